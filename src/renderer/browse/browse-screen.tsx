/** Coming. */
export function BrowseScreen() {
  return <h1 tabIndex={-1}>Browse</h1>
}
