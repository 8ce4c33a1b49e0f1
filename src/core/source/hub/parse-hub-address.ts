import { type FaultError, fault } from '#record'
import type { HubAddress } from './types.ts'

const DEFAULT_HUB = 'https://huggingface.co'
const HUB_HOSTS = ['huggingface.co', 'www.huggingface.co', 'hf.co']
const EXAMPLES = 'hf://datasets/OWNER/NAME, hf://datasets/OWNER/NAME@REVISION or hf://datasets/OWNER/NAME@REVISION/FOLDER'

/** True for what is meant for the Hub: `hf://...`, or a link to a page (whatever is wrong with it is told by {@link parseHubAddress}). */
export function isHubAddress(text: string): boolean {
  return /^(hf:|https?:\/\/)/i.test(text.trim())
}

/**
 * What an address names: `hf://datasets/OWNER/NAME[@REVISION][/PATH]`, or the link of a dataset's page, folder or file as a browser shows it, on
 * huggingface.co or on `hubUrl`. A slash in a revision is written `%2F`, except in the Hub's own `refs/convert/...` and `refs/pr/...`. Of a link to the
 * viewer, or with a question mark, the dataset or file is taken and the rest is ignored.
 * @throws Fault `bad-input` that names what is wrong and shows what is expected.
 */
export function parseHubAddress(text: string, hubUrl = DEFAULT_HUB): HubAddress {
  const address = text.trim()
  const link = /^https?:\/\/([^/?#]*)([^?#]*)/i.exec(address)
  return link ? parseLink(address, link[1] ?? '', link[2] ?? '', hubUrl) : parseUri(address)
}

/** The one way to write an address; {@link parseHubAddress} reads it back. */
export function hubUri({ repo, revision, path }: HubAddress): string {
  return `hf://datasets/${repo}${revision === null ? '' : `@${encodeURIComponent(revision)}`}${path === null ? '' : `/${path}`}`
}

function parseUri(address: string): HubAddress {
  const rest = /^hf:\/\/(.*)$/is.exec(address)?.[1]
  if (rest === undefined) throw wrong(address, 'does not begin with hf://')
  if (/[?#]/.test(rest)) throw wrong(address, 'has a ? or #, which no address of a dataset has')
  const [kind = '', owner = '', nameAndRevision = '', ...below] = rest.split('/')
  checkKind(address, kind, owner)
  const at = nameAndRevision.indexOf('@')
  if (at < 0) return build(address, [owner, nameAndRevision], null, below)
  const special = /^refs\/(convert|pr)\/[^/]+/.exec([nameAndRevision.slice(at + 1), ...below].join('/'))?.[0]
  const revision = special ?? decode(address, nameAndRevision.slice(at + 1))
  return build(address, [owner, nameAndRevision.slice(0, at)], revision, special ? below.slice(2) : below)
}

function checkKind(address: string, kind: string, next: string): void {
  const what = kind.toLowerCase()
  if (what === 'datasets') return
  if (what === 'models' || what === 'spaces' || what === 'buckets')
    throw wrong(address, `names one of the ${what}, and Winnow reads datasets`)
  if (what === 'dataset') throw wrong(address, 'says dataset/ where datasets/ is needed')
  throw wrong(address, next === '' ? 'names no dataset' : 'lacks datasets/ after hf://: without it an address names a model')
}

function parseLink(address: string, authority: string, path: string, hubUrl: string): HubAddress {
  if (authority.includes('@')) throw wrong(address, 'holds a name or password, which does not belong in an address')
  const base = new URL(hubUrl)
  const isOwn = authority.toLowerCase() === base.host
  if (!isOwn && !HUB_HOSTS.includes(authority.toLowerCase())) throw wrong(address, `is not on the Hub (${base.host})`)
  const prefix = isOwn ? base.pathname.replace(/\/$/, '') : ''
  const parts = path.slice(path.startsWith(`${prefix}/`) ? prefix.length : 0).split('/')
  const [, kind = '', owner = '', name = '', view, revision, ...below] = parts.map((part) => decode(address, part))
  if (kind === 'spaces' || kind === 'models') throw wrong(address, `names one of the ${kind}, and Winnow reads datasets`)
  if (kind !== 'datasets') throw wrong(address, 'is not the page of a dataset: /datasets/OWNER/NAME is expected')
  if (!view || view === 'viewer') return build(address, [owner, name], null, [])
  if (!['tree', 'blob', 'resolve', 'raw'].includes(view)) throw wrong(address, `is a page about the dataset (${view}), not the dataset`)
  if (!revision) throw wrong(address, `has no revision after ${view}/`)
  return build(address, [owner, name], ...splitSpecial(revision, below))
}

/** A browser shows the Hub's own refs with plain slashes, too. */
function splitSpecial(revision: string, below: string[]): [string, string[]] {
  if (revision !== 'refs' || !/^(convert|pr)$/.test(below[0] ?? '')) return [revision, below]
  return [[revision, ...below.slice(0, 2)].join('/'), below.slice(2)]
}

function build(address: string, [owner = '', name = '']: string[], revision: string | null, below: string[]): HubAddress {
  if (owner === '') throw wrong(address, 'names no dataset')
  if (name === '')
    throw wrong(address, `lacks ${below.length > 0 ? 'the name' : 'the owner or the name'}: both are needed, as in OWNER/NAME`)
  for (const part of [owner, name]) {
    if (!isName(part))
      throw wrong(address, `has the name ${shown(part)}, but letters, digits, and - _ . between them are all a name may hold`)
  }
  if (revision !== null && !isRevision(revision))
    throw wrong(address, `has the revision ${shown(revision)}, which no branch, tag or commit can be called`)
  const parts = below.filter((part, index) => part !== '' || index < below.length - 1)
  if (parts.some((part) => part === '' || part === '.' || part === '..'))
    throw wrong(address, 'has a path with empty parts, . or .., which the Hub has not')
  if (parts.some((part) => /[?#]/.test(part)))
    throw wrong(address, 'has a path with ? or #, which no address can hold; the folder above it can be opened')
  if (parts.some(hasControls)) throw wrong(address, 'has a path with characters that cannot be written')
  if (parts.some((part) => part.includes('*')))
    throw wrong(address, 'has a pattern (*), but one file, one folder or the whole dataset is expected')
  return { repo: `${owner}/${name}`, revision, path: parts.length > 0 ? parts.join('/') : null }
}

/** The Hub's rule: https://github.com/huggingface/huggingface_hub/blob/main/src/huggingface_hub/utils/_validators.py. */
function isName(part: string): boolean {
  return part.length <= 96 && /^[A-Za-z0-9_](?:[\w.-]*[A-Za-z0-9_])?$/.test(part) && !/--|\.\.|\.git$/.test(part)
}

/** What git lets a ref be called (git-check-ref-format), and a little less. */
function isRevision(revision: string): boolean {
  const isWhole = revision !== '' && revision.length <= 255 && !/^[/.-]|[/.]$/.test(revision)
  return isWhole && !/\.\.|\/\/|@\{|[\s~^:?*[\]\\#]/.test(revision) && !hasControls(revision)
}

function hasControls(text: string): boolean {
  return !text.isWellFormed() || [...text].some((character) => character < ' ' || character === '\u007f' || character === '\\')
}

function decode(address: string, part: string): string {
  try {
    const decoded = decodeURIComponent(part)
    if (decoded === '..' || decoded === '.') throw wrong(address, 'has a path with empty parts, . or .., which the Hub has not')
    return decoded
  } catch (error) {
    if (error instanceof URIError) throw wrong(address, `has ${shown(part)}, where % stands for nothing`)
    throw error
  }
}

function wrong(address: string, what: string): FaultError {
  return fault('bad-input', `${shown(address)} ${what}.`, { culprit: shown(address), remedy: `Write ${EXAMPLES}.` })
}

/** Links to clone by may hold a name and a token. */
function shown(text: string): string {
  return text
    .replace(/\/\/[^/]*@(?=[^/]*)/, (match) => (/^\/\/datasets\//i.test(match) ? match : '//…@'))
    .replace(/hf_\w+/g, 'hf_…')
    .slice(0, 200)
}
