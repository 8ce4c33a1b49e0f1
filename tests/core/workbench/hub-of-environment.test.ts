import { describe, expect, it } from 'vitest'
import { hubOfEnvironment } from '../../../src/core/workbench/hub-of-environment.ts'

describe('hubOfEnvironment', () => {
  it('reads the names the tools of the Hub use', () => {
    const hub = hubOfEnvironment({ HF_ENDPOINT: 'https://hub.example/', HF_TOKEN: 'hf_abc', HTTPS_PROXY: 'http://proxy:8080' })
    expect(hub).toMatchObject({ url: 'https://hub.example', proxy: 'http://proxy:8080' })
    expect(hub.token()).toEqual({ value: 'hf_abc', from: 'environment' })
  })

  it.each([{}, { HF_ENDPOINT: '', HF_TOKEN: ' ', HTTPS_PROXY: '' }])('takes %j for nothing said', (env) => {
    const hub = hubOfEnvironment(env)
    expect([hub.url, hub.proxy, hub.token()]).toEqual([null, null, null])
  })

  it('takes the lower-case proxy first, as curl does', () => {
    expect(hubOfEnvironment({ HTTPS_PROXY: 'http://a:1', https_proxy: 'http://b:2' }).proxy).toBe('http://b:2')
  })
})
