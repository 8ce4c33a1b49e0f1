/** The last part of `owner/name`. */
export function nameOf(repo: string): string {
  return repo.slice(repo.lastIndexOf('/') + 1)
}

/** Hosts of code, and of the packages made from it. */
const CODE = /github|gitlab|bitbucket|codeberg|gitee|sourceforge|jsdelivr|unpkg|ghproxy|sourcegraph|softwareheritage|debian|launchpad/
const PACKAGES =
  /(?:^|\.)(?:pypi\.org|pythonhosted\.org|npmjs\.org|npmjs\.com|crates\.io|rubygems\.org|proxy\.golang\.org|pkg\.go\.dev|maven\.org|packagist\.org)$/

/** True when an address leads to the task's own repository, a fork of it, or its package. */
export function isOwnAddress(address: string, repo: string | null): boolean {
  if (repo === null) return false
  const text = address.toLowerCase()
  const name = nameOf(repo)
  const [, host = '', path = ''] =
    /^(?:[a-z+]{2,10}:\/\/)?(?:[^@/\s]{1,200}@)?([\w.-]{1,200})(?::\d{1,5})?[:/]([\s\S]{0,2000})/.exec(text) ?? []
  const parts = path.split(/[/?#&=:@+]|%2f/).map((part) => part.replace(/\.git$/, ''))
  if (PACKAGES.test(host)) return parts.some((part) => sameName(part, name) || sameName(part.replace(/[-_]\d.*$/s, ''), name))
  if (`${host}/${path}`.includes(repo)) return true
  return CODE.test(host) && parts.slice(0, 4).some((part) => part === name)
}

/** Package names are the same in any case, with `-`, `_` or `.` between the words. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().replace(/[-_.]{1,20}/g, '-')
  return plain(one) === plain(other)
}
