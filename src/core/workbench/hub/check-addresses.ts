import { fault } from '#record'

/**
 * The Hub's address without a slash at the end.
 * @throws Fault `bad-input` naming `culprit` (a setting or a variable) when it is no http(s) address, or carries a name or password
 */
export function checkHubUrl(text: string, culprit: string): string {
  const url = addressOf(text, culprit, 'The address of the Hub', 'https://huggingface.co')
  if (url.username || url.password) {
    // Not repeated in the message: what stands before the @ may be a password.
    throw fault('bad-input', 'The address of the Hub carries a user name or password.', {
      culprit,
      remedy: 'Leave out what stands before the @; a token goes into HF_TOKEN or the keychain.',
    })
  }
  if (url.search || url.hash) {
    throw fault('bad-input', `The address of the Hub ends in ${url.search ? 'a query' : 'a fragment'}.`, {
      culprit,
      remedy: 'Give the address alone, such as https://huggingface.co.',
    })
  }
  return text.trim().replace(/\/+$/, '')
}

/**
 * The address of a proxy, which may carry a name and password.
 * @throws Fault `bad-input` naming `culprit` when it is no http(s) address of a host alone
 */
export function checkProxy(text: string, culprit: string): string {
  const url = addressOf(text, culprit, 'The proxy', 'http://proxy.example:3128')
  if (url.pathname !== '/' || url.search || url.hash) {
    throw fault('bad-input', `The proxy names more than a host: ${url.pathname}${url.search ? '?…' : ''}.`, {
      culprit,
      remedy: 'Give host and port alone, such as http://proxy.example:3128.',
    })
  }
  return text.trim()
}

/** An address, or what was meant as one, without a name and password before its host. */
export function hideLogin(text: string): string {
  return text.trim().replace(/^([a-z][a-z0-9+.-]*:\/\/)?[^/]*@/i, '$1')
}

function addressOf(text: string, culprit: string, what: string, example: string): URL {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  if (url && ['http:', 'https:'].includes(url.protocol) && url.hostname) return url
  const shown = hideLogin(text)
  throw fault('bad-input', `${what} is ${JSON.stringify(shown)}, which is not an http or https address.`, {
    culprit,
    remedy: `Write it whole, such as ${example}, or leave it empty.`,
  })
}
