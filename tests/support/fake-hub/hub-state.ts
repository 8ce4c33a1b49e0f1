import type { SignedLinks } from './signed-links.ts'
import type { FakeRepo, FakeUser } from './types.ts'

/** What the hub's answers depend on. */
export interface HubState {
  repos: Map<string, FakeRepo>
  token: string
  user: FakeUser
  /** LFS objects by sha256, whichever repository they were put for. */
  objects: Map<string, Buffer>
  arrivals: Map<string, number>
  /** Of objects on their way in parts, by sha256 and number. */
  parts: Map<string, Map<number, Buffer>>
  partBytes: number
  pageSize: number
  links: SignedLinks
  /** Known once it listens. */
  url: string
  contentUrl: string
}
