/** Hands a file to the person, as a download of this name. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // The browser has taken hold of the bytes once the click is through.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
