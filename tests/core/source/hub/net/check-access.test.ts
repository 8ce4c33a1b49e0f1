import { describe, expect, it } from 'vitest'
import { checkAccess } from '../../../../../src/core/source/hub/net/check-access.ts'
import { thrownFault } from '../thrown-fault.ts'

const url = 'https://huggingface.co'

describe('checkAccess()', () => {
  it('trims what a shell or a form leaves', () => {
    expect(checkAccess({ url: `${url}/`, token: ' hf_abc\n', proxy: '' })).toEqual({ url, token: 'hf_abc', proxy: null })
  })

  it.each(['', 'huggingface.co', 'ftp://huggingface.co', 'https://me:pw@huggingface.co', 'https://huggingface.co?x=1'])(
    'refuses the address %j',
    (bad) => expect(thrownFault(() => checkAccess({ url: bad, token: null, proxy: null })).kind).toBe('bad-input'),
  )

  it.each(['localhost:8080', 'proxy', 'socks5://127.0.0.1:1', 'http://'])('refuses the proxy %j', (proxy) => {
    expect(thrownFault(() => checkAccess({ url, token: null, proxy }))).toMatchObject({
      kind: 'bad-input',
      message: expect.stringContaining('proxy'),
    })
  })

  it.each(['secret', 'hf_sec ret', 'hf_secret\r\nX: y', 'Bearer hf_secret'])(
    'refuses a token that cannot be one and does not show it',
    (token) => {
      const fault = thrownFault(() => checkAccess({ url, token, proxy: null }))
      expect(fault).toMatchObject({ kind: 'forbidden', message: expect.stringContaining('hf_') })
      expect(JSON.stringify(fault)).not.toMatch(/sec/)
    },
  )

  it('shows no password of an address it refuses', () => {
    const faults = [
      thrownFault(() => checkAccess({ url: 'https://me:secret@huggingface.co', token: null, proxy: null })),
      thrownFault(() => checkAccess({ url, token: null, proxy: 'socks://me:secret@proxy' })),
      thrownFault(() => checkAccess({ url: 'https://huggingface.co/?key=secret', token: null, proxy: null })),
      thrownFault(() => checkAccess({ url: 'hf_secret', token: null, proxy: 'hf_secret' })),
    ]
    expect(JSON.stringify(faults)).not.toContain('secret')
  })
})
