/** Coming. */
export function OpenScreen() {
  return <h1 tabIndex={-1}>Open</h1>
}
