import { fault } from '#record'
import type { HubAccess } from '../types.ts'

/**
 * The access as it is used: no slash at the end of the address, no blanks around the token.
 * @throws Fault `bad-input` for an address or a proxy that is none, `forbidden` for a token that cannot be one. Neither shows a secret: addresses
 * may hold passwords.
 */
export function checkAccess({ url, token, proxy }: HubAccess): HubAccess {
  return { url: checkUrl(url), token: checkToken(token?.trim() || null), proxy: proxy?.trim() ? checkProxy(proxy.trim()) : null }
}

function checkUrl(url: string): string {
  const parsed = parse(url)
  if (parsed && !parsed.username && !parsed.password && !parsed.search && !parsed.hash) return url.trim().replace(/\/+$/, '')
  throw fault(
    'bad-input',
    `The Hub's address ${shown(url)} is not one: https://HOST is expected, without name, password or question mark.`,
    {
      culprit: shown(url),
      remedy: 'Set it to https://huggingface.co, or to your mirror, in the settings or with HF_ENDPOINT.',
    },
  )
}

function checkToken(token: string | null): string | null {
  // Only what a header may hold: anything else would be quoted by the error of whoever refuses it.
  if (token === null || /^hf_[\x21-\x7e]+$/.test(token)) return token
  throw fault('forbidden', 'The token given for the Hub cannot be one: tokens begin with hf_ and hold no blanks.', {
    culprit: 'token',
    remedy: 'Make a read token at https://huggingface.co/settings/tokens and set it again (HF_TOKEN in a terminal).',
  })
}

function checkProxy(proxy: string): string {
  if (parse(proxy)) return proxy
  throw fault('bad-input', `The proxy ${shown(proxy)} is not an address: http://HOST:PORT is expected.`, {
    culprit: shown(proxy),
    remedy: 'Correct or empty it in the settings, or HTTPS_PROXY in a terminal.',
  })
}

function parse(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url && /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
}

/** Without what may be a secret: a name and password, what stands behind a question mark, a token pasted into the wrong field. */
function shown(text: string): string {
  return text
    .replace(/^[^@]*@/, '…@')
    .replace(/[?#].*$/s, '?…')
    .replace(/hf_\w+/g, 'hf_…')
    .slice(0, 200)
}
