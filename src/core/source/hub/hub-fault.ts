import { type FaultError, fault } from '#record'
import { NetError, type Trouble } from './net/net-error.ts'

/** What was being done when it failed. */
export interface HubContext {
  /** The Hub's address. */
  url: string
  /** `OWNER/NAME`. */
  repo: string
  /** As asked for; null for the default branch. */
  revision: string | null
  /** A folder or file; null for the repository itself. */
  path: string | null
}

/**
 * Turns what a request ends with into a Fault that says what to do. Faults, aborts and bugs pass unchanged. No cause is kept: errors of the network
 * may carry what was sent, and that holds the token.
 */
export function hubFault(error: unknown, context: HubContext): unknown {
  if (error instanceof NetError) return troubleFault(error, context)
  if (error instanceof SyntaxError) return notAHub(context)
  return error
}

/** An answer of {@link HubContext.url} that is not a Hub's. */
export function notAHub({ url, repo }: HubContext): FaultError {
  const { host } = new URL(url)
  return fault('offline', `${host} answers, but not as a Hub does, when it is asked for ${repo}.`, {
    culprit: host,
    remedy: 'Log in to the network if it wants that first, and check the address of the Hub in the settings (HF_ENDPOINT).',
  })
}

function troubleFault(error: NetError, context: HubContext): FaultError {
  const { trouble } = error
  switch (trouble.kind) {
    case 'status':
      return statusFault(error, trouble, context)
    case 'unreachable':
      return unreachable(error, trouble.code)
    case 'proxy':
      return fault('offline', `The proxy ${error.proxy ?? ''} does not let requests to ${error.host} through (status ${trouble.status}).`, {
        culprit: error.proxy ?? error.host,
        remedy: 'Check the proxy in the settings, its name and password if it has them, or ask its keeper to allow the host.',
      })
    case 'certificate':
      return fault('offline', `${error.host} shows a certificate that is not trusted (${trouble.code}), so nothing was sent to it.`, {
        culprit: error.host,
        remedy: "Set the machine's clock, or name your network's own certificate authority in NODE_EXTRA_CA_CERTS.",
      })
    case 'broken':
    case 'dishonest':
      return fault('offline', `${error.host} ${trouble.what}, also when it was asked again. Asked for: ${nameOf(context)}.`, {
        culprit: error.host,
        remedy: 'Try again later or over another network; what has been fetched is kept.',
      })
    case 'redirect':
      return fault('offline', `${error.host} ${trouble.what}; that is not followed. Asked for: ${nameOf(context)}.`, {
        culprit: error.host,
        remedy: 'Check the address of the Hub and the proxy in the settings.',
      })
  }
}

function unreachable({ host, proxy }: NetError, code: string): FaultError {
  const way = proxy ? ` through the proxy ${proxy}` : ''
  return fault('offline', `${host} cannot be reached${way} (${code}).`, {
    culprit: proxy ?? host,
    remedy: 'Check the network, and the address and proxy of the Hub in the settings; what has been fetched can be used meanwhile.',
  })
}

type StatusTrouble = Extract<Trouble, { kind: 'status' }>

function statusFault(error: NetError, trouble: StatusTrouble, context: HubContext): FaultError {
  const { status } = trouble
  if (status === 429) return tooMany(error.host, trouble)
  if (!trouble.isHub || status === 408 || status >= 500) return failing(error.host, status, context)
  if (trouble.code === 'GatedRepo') return gated(trouble, context)
  if (status === 401 && trouble.hadToken && trouble.code !== 'RepoNotFound') return refusedToken(error.host)
  if (status === 401 || trouble.code === 'RepoNotFound') return noRepository(trouble, context)
  if (status === 403) return noRight(trouble, context)
  if (status === 404 || status === 410) return notThere(trouble, context)
  return failing(error.host, status, context, trouble.said)
}

function tooMany(host: string, { waitMs, hadToken }: StatusTrouble): FaultError {
  const asked = waitMs === null ? '' : `; the last time it asked to wait ${Math.ceil(waitMs / 1000)} seconds (Retry-After)`
  const more = hadToken ? '' : ' A token raises the limit.'
  return fault('offline', `${host} takes no more requests for now (status 429), also after waiting${asked}.`, {
    culprit: host,
    remedy: `Go on later: what has been fetched is kept.${more}`,
  })
}

function failing(host: string, status: number, context: HubContext, said: string | null = null): FaultError {
  const words = said ? ` It says: ${harmless(said)}` : ''
  return fault('offline', `${host} answers with status ${status} when asked for ${nameOf(context)}.${words}`, {
    culprit: host,
    remedy: 'Try again later; what has been fetched is kept. https://status.huggingface.co tells how the Hub is.',
  })
}

function gated({ hadToken }: StatusTrouble, { url, repo }: HubContext): FaultError {
  const page = `${url}/datasets/${repo}`
  const who = hadToken ? 'the account of this token has no access yet' : 'no token is set'
  const then = hadToken ? '' : `, then set a token of that account (${url}/settings/tokens)`
  return fault('forbidden', `${repo} is gated: its owner lets in only accounts that asked for access, and ${who}.`, {
    culprit: repo,
    remedy: `Ask for access at ${page}${then}.`,
  })
}

function refusedToken(host: string): FaultError {
  return fault('forbidden', `${host} does not accept the token: it is wrong, was revoked or has expired.`, {
    culprit: 'token',
    remedy: 'Make a new one at https://huggingface.co/settings/tokens and set it again, or remove it: public datasets need none.',
  })
}

function noRepository({ hadToken }: StatusTrouble, { url, repo }: HubContext): FaultError {
  const why = hadToken ? 'or is private and the account of this token may not see it' : 'or is private and needs a token'
  const remedy = hadToken ? 'use a token of an account that may read it' : 'set a token (HF_TOKEN in a terminal, or the settings)'
  return fault('not-found', `The dataset ${repo} does not exist on ${new URL(url).host}, ${why}.`, {
    culprit: repo,
    remedy: `Check the spelling, or ${remedy}.`,
  })
}

function noRight({ hadToken, said }: StatusTrouble, { repo }: HubContext): FaultError {
  const words = said ? ` The Hub says: ${harmless(said)}` : ''
  return fault('forbidden', `${repo} may not be read ${hadToken ? 'with this token' : 'without a token'}.${words}`, {
    culprit: repo,
    remedy: hadToken ? 'Give the token the right to read this dataset, or use another one.' : 'Set a token of an account that may read it.',
  })
}

function notThere(trouble: StatusTrouble, context: HubContext): FaultError {
  const { repo, revision, path } = context
  if (trouble.code === 'RevisionNotFound' || (trouble.code === null && path === null && revision !== null)) {
    return fault('not-found', `${repo} has no branch, tag or commit ${revision ?? 'by default'}.`, {
      culprit: revision ?? repo,
      remedy: 'Check it on the page of the dataset; a slash in a name is written %2F.',
    })
  }
  return path === null ? noRepository(trouble, context) : noPath({ ...context, path })
}

/** A repository without the file or folder asked for. */
export function noPath({ repo, revision, path }: HubContext & { path: string }): FaultError {
  return fault('not-found', `${repo} has no ${path}${revision === null ? '' : ` at ${revision}`}.`, {
    culprit: path,
    remedy: 'Check the path on the page of the dataset; capital letters count.',
  })
}

function nameOf({ repo, path }: HubContext): string {
  return path === null ? repo : `${path} of ${repo}`
}

/** Words of a server: short, one line, and nothing in them that looks like a token. */
function harmless(text: string): string {
  return text
    .replace(/hf_[\w.-]+/gi, 'hf_…')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
}
