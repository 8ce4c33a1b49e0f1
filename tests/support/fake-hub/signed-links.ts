import { createHmac, randomBytes } from 'node:crypto'

/** Addresses on the content host that prove by themselves that somebody may read a file, for a while. */
export interface SignedLinks {
  /** Path and query for a file by its repository and etag. */
  sign(repo: string, etag: string): string
  /** What an address names; null when it was not signed here or its time is over. */
  check(url: URL): { repo: string; etag: string } | null
}

/** Links valid for `seconds`, with a secret of their own. */
export function signedLinks(seconds: number): SignedLinks {
  const secret = randomBytes(16)
  const signature = (pathname: string, expires: string) => createHmac('sha256', secret).update(`${pathname}\n${expires}`).digest('hex')
  return {
    sign(repo, etag) {
      const pathname = `/repos/${repo}/${etag}`
      const expires = String(Date.now() + seconds * 1000)
      return `${pathname}?${new URLSearchParams({ Expires: expires, 'Key-Pair-Id': 'FAKE', Signature: signature(pathname, expires) })}`
    },
    check({ pathname, searchParams }) {
      const expires = searchParams.get('Expires') ?? ''
      if (searchParams.get('Signature') !== signature(pathname, expires) || Number(expires) < Date.now()) return null
      const [, repo, etag] = /^\/repos\/([^/]+\/[^/]+)\/(\w+)$/.exec(pathname) ?? []
      return repo && etag ? { repo, etag } : null
    },
  }
}
