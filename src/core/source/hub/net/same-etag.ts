/** Whether two entity tags name the same content: quotes and the mark of a weak one (`W/`) aside. */
export function sameEtag(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(etag: string): string {
  return etag
    .trim()
    .replace(/^W\//i, '')
    .replace(/^"(.*)"$/, '$1')
    .toLowerCase()
}
