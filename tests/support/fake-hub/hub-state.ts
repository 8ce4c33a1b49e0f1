import type { SignedLinks } from './signed-links.ts'
import type { FakeRepo } from './types.ts'

/** What the hub's answers depend on. */
export interface HubState {
  repos: Map<string, FakeRepo>
  token: string
  pageSize: number
  links: SignedLinks
  /** Known once it listens. */
  url: string
  contentUrl: string
}
