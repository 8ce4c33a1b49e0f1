import type { z } from 'zod'
import type { workspaceInfo } from '#contract'
import type { HubAccess } from '../../source/hub/types.ts'
import type { HubSurroundings, Settings } from '../desk.ts'
import { checkHubUrl, checkProxy } from './check-addresses.ts'

const DEFAULT_URL = 'https://huggingface.co'

/** How the Hub is reached, and for people where that comes from. */
export interface HubWay {
  access: HubAccess
  /** Without the token itself. */
  shown: z.infer<typeof workspaceInfo>['hub']
}

/**
 * The surroundings go before the settings, the settings before the default.
 * @throws Fault `bad-input` naming the address that is none
 */
export function hubWayOf(surroundings: HubSurroundings | undefined, settings: Pick<Settings, 'hubUrl' | 'proxy'>): HubWay {
  const said = surroundings?.url ?? null
  const token = surroundings?.token() ?? null
  const url = said ?? (settings.hubUrl || DEFAULT_URL)
  const proxy = surroundings?.proxy ?? (settings.proxy || null)
  const access = {
    url: checkHubUrl(url, said === null ? 'hubUrl' : 'HF_ENDPOINT'),
    token: token?.value ?? null,
    proxy: proxy && checkProxy(proxy, surroundings?.proxy ? 'HTTPS_PROXY' : 'proxy'),
  }
  const urlFrom = said !== null ? 'environment' : settings.hubUrl ? 'settings' : 'default'
  return { access, shown: { url: access.url, urlFrom, tokenFrom: token?.from ?? null } }
}
