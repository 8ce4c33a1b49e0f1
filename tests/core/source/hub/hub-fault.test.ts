import { describe, expect, it } from 'vitest'
import { FaultError } from '../../../../src/core/record/index.ts'
import { hubFault } from '../../../../src/core/source/hub/hub-fault.ts'
import { NetError, type Trouble } from '../../../../src/core/source/hub/net/net-error.ts'
import { systemTrouble } from '../../../../src/core/source/hub/net/system-trouble.ts'

const context = { url: 'https://huggingface.co', repo: 'a/b', revision: 'main', path: 'x.parquet' }

function faultOf(trouble: Trouble, about: Partial<typeof context> | { path: null } | { revision: null } = {}, proxy: string | null = null) {
  const error = hubFault(new NetError('huggingface.co', trouble, proxy), { ...context, ...about })
  expect(error).toBeInstanceOf(FaultError)
  expect((error as Error).cause).toBeUndefined()
  return (error as FaultError).fault
}

function status(code: number, more: Partial<Extract<Trouble, { kind: 'status' }>> = {}): Trouble {
  return { kind: 'status', status: code, code: null, said: null, hadToken: false, isHub: true, waitMs: null, ...more }
}

describe('hubFault()', () => {
  it.each<[string, Trouble, string, RegExp, RegExp]>([
    [
      '401 without a token',
      status(401),
      'not-found',
      /a\/b does not exist on huggingface\.co, or is private and needs a token/,
      /HF_TOKEN/,
    ],
    ['401 with a token', status(401, { hadToken: true }), 'forbidden', /does not accept the token/, /settings\/tokens/],
    ['404 of a repository', status(404, { code: 'RepoNotFound', hadToken: true }), 'not-found', /a\/b .*may not see it/, /spelling/],
    ['404 of a revision', status(404, { code: 'RevisionNotFound' }), 'not-found', /no branch, tag or commit main/, /%2F/],
    ['404 of a file', status(404, { code: 'EntryNotFound' }), 'not-found', /a\/b has no x\.parquet at main/, /capital/],
    [
      'gated without a token',
      status(401, { code: 'GatedRepo' }),
      'forbidden',
      /gated.*no token is set/,
      /huggingface\.co\/datasets\/a\/b, then set a token/,
    ],
    [
      'gated with one',
      status(403, { code: 'GatedRepo', hadToken: true }),
      'forbidden',
      /gated.*has no access yet/,
      /Ask for access at https/,
    ],
    [
      '403 with a token',
      status(403, { hadToken: true, said: 'no\nhf_secret' }),
      'forbidden',
      /with this token\. The Hub says: no hf_…/,
      /right/,
    ],
    ['403 without one', status(403), 'forbidden', /without a token/, /Set a token/],
    ['429', status(429, { waitMs: 5000 }), 'offline', /429.*5 seconds/, /token raises/],
    ['500', status(500), 'offline', /status 500 when asked for x\.parquet of a\/b/, /later/],
    ['400 with words', status(400, { said: 'bad cursor' }), 'offline', /400.*It says: bad cursor/, /later/],
    ['403 of the content host', status(403, { isHub: false }), 'offline', /status 403/, /later/],
    [
      'no such host',
      { kind: 'unreachable', code: 'ENOTFOUND', isNew: true },
      'offline',
      /huggingface\.co cannot be reached \(ENOTFOUND\)/,
      /network/,
    ],
    [
      'a bad certificate',
      { kind: 'certificate', code: 'CERT_HAS_EXPIRED' },
      'offline',
      /certificate.*CERT_HAS_EXPIRED/,
      /NODE_EXTRA_CA_CERTS/,
    ],
  ])('%s', (_, trouble, kind, message, remedy) => {
    const fault = faultOf(trouble)
    expect(fault.kind).toBe(kind)
    expect(fault.message).toMatch(message)
    expect(fault.remedy).toMatch(remedy)
  })

  it('tells a plain 404 by what was asked for', () => {
    expect(faultOf(status(404)).culprit).toBe('x.parquet')
    expect(faultOf(status(404), { path: null }).culprit).toBe('main')
    expect(hubFault(new NetError('h', status(404)), { ...context, path: null, revision: null })).toMatchObject({
      fault: { culprit: 'a/b' },
    })
  })

  it('names the proxy where one was used', () => {
    expect(faultOf({ kind: 'unreachable', code: 'ECONNREFUSED', isNew: true }, {}, 'proxy:8080')).toMatchObject({ culprit: 'proxy:8080' })
  })

  it('leaves faults, aborts and bugs as they are', () => {
    for (const error of [new TypeError('bug'), new DOMException('stop', 'AbortError'), 'text']) expect(hubFault(error, context)).toBe(error)
  })
})

describe('systemTrouble()', () => {
  it.each([
    [{ code: 'ENOTFOUND' }, { kind: 'unreachable', code: 'ENOTFOUND', isNew: false }],
    [new AggregateError([{ code: 'ECONNREFUSED' }]), { kind: 'unreachable', code: 'ECONNREFUSED', isNew: false }],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, { kind: 'unreachable', code: 'UND_ERR_CONNECT_TIMEOUT', isNew: false }],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, { kind: 'certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, { kind: 'certificate', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }],
    [{ code: 'ECONNRESET' }, { kind: 'broken', what: 'broke the connection off (ECONNRESET)' }],
    [new Error('authorization: Bearer hf_x'), { kind: 'broken', what: 'broke the connection off (Error)' }],
    [undefined, { kind: 'broken', what: 'broke the connection off (unknown error)' }],
  ])('%#', (error, trouble) => expect(systemTrouble(error, false)).toEqual(trouble))
})
