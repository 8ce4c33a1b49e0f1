/** Coming. */
export function ExportScreen() {
  return <h1 tabIndex={-1}>Export</h1>
}
