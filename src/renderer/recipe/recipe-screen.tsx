/** Coming. */
export function RecipeScreen() {
  return <h1 tabIndex={-1}>Recipe</h1>
}
