import type { z } from 'zod'
import type { workspaceInfo } from '#contract'
import type { HubAccess } from '#source'
import type { HubSurroundings, Settings } from '../desk.ts'
import { checkHubUrl, checkProxy, hideLogin } from './check-addresses.ts'

const DEFAULT_URL = 'https://huggingface.co'

type HubSettings = Pick<Settings, 'hubUrl' | 'proxy'>

/**
 * How the Hub is reached: the surroundings go before the settings, the settings before the default.
 * @throws Fault `bad-input` naming the address that is none
 */
export function hubAccessOf(surroundings: HubSurroundings | undefined, settings: HubSettings): HubAccess {
  const { url, proxy } = surroundings ?? { url: null, proxy: null }
  return {
    url: url === null ? checkHubUrl(settings.hubUrl || DEFAULT_URL, 'hubUrl') : checkHubUrl(url, 'HF_ENDPOINT'),
    token: surroundings?.token()?.value ?? null,
    proxy: proxy === null ? proxyOf(settings.proxy) : checkProxy(proxy, 'HTTPS_PROXY'),
  }
}

/** The same for people, and where it comes from: without the token, and whether or not the address is one. */
export function hubShownOf(surroundings: HubSurroundings | undefined, { hubUrl }: HubSettings): z.infer<typeof workspaceInfo>['hub'] {
  const said = surroundings?.url ?? null
  const urlFrom = said !== null ? 'environment' : hubUrl ? 'settings' : 'default'
  return { url: hideLogin(said ?? (hubUrl || DEFAULT_URL)), urlFrom, tokenFrom: surroundings?.token()?.from ?? null }
}

function proxyOf(setting: string): string | null {
  return setting ? checkProxy(setting, 'proxy') : null
}
