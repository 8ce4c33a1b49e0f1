/** A dataset of the Hub as a person named it: what `source.add` takes of it. */
export interface HubTarget {
  /** `hf://datasets/OWNER/NAME[@REVISION][/PATH]`. */
  source: string
  revision?: string
  config?: string
  split?: string
}

const NAME = '[A-Za-z0-9][A-Za-z0-9._-]*'
const ADDRESS = new RegExp(`^hf://datasets/${NAME}/${NAME}(@[^\\s@]+)?(/\\S*)?$`)
const REPO = new RegExp(`^(?:datasets/)?(${NAME})/(${NAME})$`)
const HUB_HOSTS = ['huggingface.co', 'www.huggingface.co', 'hf.co']

/**
 * Reads an `hf://` address or a link to a dataset's page, a folder, a file or the viewer of it, at huggingface.co or at `hubUrl`.
 * Null for everything else: a path of this machine.
 */
export function readHubAddress(typed: string, hubUrl: string): HubTarget | null {
  const words = typed.trim()
  if (ADDRESS.test(words)) return { source: words.replace(/\/$/, '') }
  const link = readLink(words, hubUrl)
  if (!link) return null
  const [owner, name, view, ...rest] = link
  const source = `hf://datasets/${owner}/${name}`
  if (view === 'viewer') return { source, ...named('config', rest[0]), ...named('split', rest[1]) }
  if (view !== 'tree' && view !== 'blob' && view !== 'resolve') return { source }
  const [revision, ...path] = rest
  return { source: [source, ...path].join('/'), ...named('revision', revision === 'main' ? undefined : revision) }
}

/** The Hub address that `OWNER/NAME` may stand for, which may as well be a folder; null for anything else. */
export function offerHubAddress(typed: string): string | null {
  const repo = REPO.exec(typed.trim())
  return repo ? `hf://datasets/${repo[1]}/${repo[2]}` : null
}

/** The parts behind `/datasets/` of a link to the Hub: owner, name, and what of it is looked at. */
function readLink(words: string, hubUrl: string): string[] | null {
  const isBare = HUB_HOSTS.some((host) => words.startsWith(`${host}/`))
  const url = readUrl(isBare ? `https://${words}` : words)
  if (!url || (!HUB_HOSTS.includes(url.host) && url.host !== readUrl(hubUrl)?.host)) return null
  const [kind, ...parts] = url.pathname.split('/').filter((part) => part !== '')
  const decoded = parts.map(decode)
  return kind === 'datasets' && REPO.test(decoded.slice(0, 2).join('/')) ? decoded : null
}

function readUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null
}

function named(key: 'revision' | 'config' | 'split', value: string | undefined): Partial<HubTarget> {
  return value === undefined || value === '' ? {} : { [key]: value }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
