import { describe, expect, it } from 'vitest'
import { FaultError } from '#record'
import { hubAccessOf, hubShownOf } from '../../../../src/core/workbench/hub/hub-access.ts'

const unset = { hubUrl: '', proxy: '' }
const surroundings = (over: Partial<{ url: string | null; proxy: string | null; token: string }> = {}) => ({
  url: over.url ?? null,
  proxy: over.proxy ?? null,
  token: () => (over.token ? { value: over.token, from: 'environment' as const } : null),
})

function faultOf(work: () => unknown) {
  try {
    work()
  } catch (error) {
    if (error instanceof FaultError) return error.fault
    throw error
  }
  throw new Error('it did not fail')
}

describe('the way to the Hub', () => {
  it('is huggingface.co without a word from anybody', () => {
    expect(hubAccessOf(undefined, unset)).toEqual({ url: 'https://huggingface.co', token: null, proxy: null })
    expect(hubShownOf(undefined, unset)).toEqual({ url: 'https://huggingface.co', urlFrom: 'default', tokenFrom: null })
  })

  it('is what the settings say', () => {
    const settings = { hubUrl: 'https://hub.example/ ', proxy: 'http://proxy.example:3128' }
    expect(hubAccessOf(surroundings(), settings)).toEqual({ url: 'https://hub.example', token: null, proxy: 'http://proxy.example:3128' })
    expect(hubShownOf(surroundings(), settings).urlFrom).toBe('settings')
  })

  it('is what the surroundings say before the settings, and shows where the token is from but never the token', () => {
    const outside = surroundings({ url: 'http://127.0.0.1:8080', proxy: 'http://outer.example', token: 'hf_secret' })
    const settings = { hubUrl: 'https://hub.example', proxy: 'http://inner.example' }
    const access = { url: 'http://127.0.0.1:8080', token: 'hf_secret', proxy: 'http://outer.example' }
    expect(hubAccessOf(outside, settings)).toEqual(access)
    expect(hubShownOf(outside, settings)).toEqual({ url: 'http://127.0.0.1:8080', urlFrom: 'environment', tokenFrom: 'environment' })
  })

  it.each(['ftp://hub.example', 'hub.example', 'https://', 'https://hub.example?x=1', 'https://ann:hunter2@hub.example'])(
    'refuses %s as the address, naming the variable and not what may be a password',
    (url) => {
      const fault = faultOf(() => hubAccessOf(surroundings({ url }), unset))
      expect(fault).toMatchObject({ kind: 'bad-input', culprit: 'HF_ENDPOINT', remedy: expect.any(String) })
      expect(JSON.stringify(fault)).not.toContain('hunter2')
    },
  )

  it('shows an address without the name and password before its host', () => {
    const outside = surroundings({ url: 'https://ann:hunter2@hub.example' })
    expect(hubShownOf(outside, unset).url).toBe('https://hub.example')
  })

  it.each(['proxy.example:3128', 'http://proxy.example/path', 'socks5://ann:hunter2@proxy.example'])('refuses %s as the proxy', (proxy) => {
    const fault = faultOf(() => hubAccessOf(undefined, { hubUrl: '', proxy }))
    expect(fault).toMatchObject({ kind: 'bad-input', culprit: 'proxy' })
    expect(JSON.stringify(fault)).not.toContain('hunter2')
  })
})
