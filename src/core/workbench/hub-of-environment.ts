import type { HubSurroundings } from './desk.ts'

/** Where an HTTPS client looks for its proxy, in curl's order. */
const PROXIES = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']

/**
 * What the environment says about the Hub, by the names its own tools use: HF_ENDPOINT for the address, HF_TOKEN for the token, HTTPS_PROXY
 * for the proxy. An empty variable counts as unset.
 */
export function hubOfEnvironment(env: Readonly<Record<string, string | undefined>>): HubSurroundings {
  const said = (name: string): string | null => env[name]?.trim() || null
  const token = said('HF_TOKEN')
  return {
    url: said('HF_ENDPOINT')?.replace(/\/+$/, '') ?? null,
    proxy: PROXIES.map(said).find((proxy) => proxy !== null) ?? null,
    token: () => (token === null ? null : { value: token, from: 'environment' }),
  }
}
