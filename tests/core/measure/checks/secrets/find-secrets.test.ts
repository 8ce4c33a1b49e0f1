import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSecrets } from '../../../../../src/core/measure/checks/secrets/find-secrets.ts'
import { maskSecret } from '../../../../../src/core/measure/checks/secrets/mask-secret.ts'
import type { SECRET_KINDS } from '../../../../../src/core/measure/checks/secrets/patterns.ts'
import { BASE62, random } from './made-up.ts'

/** What of a text was found, as `kind:text`. */
function foundIn(text: string, isEscaped = false): string[] {
  return findSecrets(text, isEscaped).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`)
}

const JWT = `${['eyJ', random(30)].join('')}.${['eyJ', random(60)].join('')}.${random(43)}`
const PEM = `${'-----BEGIN RSA PRIVATE'} KEY-----\n${random(64)}\n${random(64)}\n${'-----END RSA PRIVATE'} KEY-----`

/** One of each, made up here. */
const SECRETS: readonly [keyof typeof SECRET_KINDS, string][] = [
  ['aws-key', `AKIA${random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['aws-key', `ASIA${random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`],
  ['github-token', `ghp_${random(36)}`],
  ['github-token', `gho_${random(36)}`],
  ['github-token', `github_pat_${random(22)}_${random(59)}`],
  ['gitlab-token', `glpat-${random(20)}`],
  ['huggingface-token', `hf_${random(34)}`],
  ['openai-key', `sk-${random(20)}T3BlbkFJ${random(20)}`],
  ['openai-key', `sk-proj-${random(74)}T3BlbkFJ${random(74)}`],
  ['openai-key', `sk-${random(48)}`],
  ['anthropic-key', `sk-ant-api03-${random(93)}AA`],
  ['slack-token', `xoxb-${random(12, '0246813579')}-${random(24)}`],
  ['google-key', `AIza${random(35)}`],
  ['stripe-key', `sk_live_${random(24)}`],
  ['npm-token', `npm_${random(36)}`],
  ['pypi-token', `pypi-AgEIcHlwaS5vcmc${random(80)}`],
  ['jwt', JWT],
  ['private-key', PEM],
]

describe('secrets', () => {
  it.each(SECRETS)('of the kind %s are found at their place', (kind, secret) => {
    for (const text of [secret, `export X="${secret}"`, `key: ${secret}\nnext`, `https://host/?t=${secret}&x=1`]) {
      expect(foundIn(text)).toEqual([`${kind}:${secret}`])
    }
  })

  it.each(SECRETS.filter(([kind]) => kind !== 'private-key'))(
    'of the kind %s are not part of a longer word, and need their length',
    (_, secret) => {
      expect(foundIn(`x${secret}`)).toEqual([])
      expect(foundIn(secret.slice(0, Math.min(18, secret.length - 1)))).toEqual([])
    },
  )

  it('are told where a line break is written as two signs', () => {
    const text = `{"cmd":"a\\nghp_${random(36)}\\n"}`
    expect(foundIn(text, true)).toHaveLength(1)
    expect(foundIn(JSON.stringify({ key: PEM }), true)).toHaveLength(1)
  })

  it('of Amazon are two: the id, and what is called its secret', () => {
    const secret = random(40, `${BASE62}+/`)
    const id = `AKIA${random(16, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')}`
    expect(foundIn(`aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`)).toEqual([`aws-key:${id}`, `aws-secret:${secret}`])
    expect(foundIn(`${id} and the blob ${secret}`)).toEqual([`aws-key:${id}`])
  })

  it('are passwords in addresses, but not those of examples, own machines and variables', () => {
    const password = random(14)
    expect(foundIn(`postgresql://svc:${password}@db7.corp.net/app`)).toEqual([`url-password:${password}`])
    for (const address of [
      'http://user:pass@host.net',
      'http://user:password@10.0.0.1:80',
      `http://svc:${password}@localhost`,
      `http://svc:${password}@db.example.com`,
      `http://svc:${password}@proxy`,
      'http://$USER:$PASSWORD@corp.net',
      'http://user:****@corp.net',
      'http://corp.net:8080/a@b',
      'see http://corp.net: mail me@corp.net',
    ]) {
      expect(foundIn(address)).toEqual([])
    }
  })

  it('are random values assigned to keys, but not hashes, names and values assigned to something else', () => {
    const value = `4${random(14)}7${random(15)}2`
    for (const text of [`api_key = "${value}"`, `"auth-token": "${value}"`, `clientSecret: '${value}'`, `API_KEY := "${value}"`]) {
      expect(foundIn(text)).toEqual([`assigned-key:${value}`])
    }
    for (const text of [
      `commit = "${value}"`,
      `api_key = ${value}`,
      'api_key = "the_name_of_the_environment_variable"',
      'api_key = "12345678901234567890123456789012"',
      `secret_key = "${'ab1'.repeat(11)}"`,
      `auth_token = "${random(12)}"`,
    ]) {
      expect(foundIn(text)).toEqual([])
    }
  })

  it('are not the placeholders of documentation and tests', () => {
    for (const text of [
      ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
      `ghp_${'x'.repeat(36)}`,
      `ghp_${'a1'.repeat(18)}`,
      `sk-${'your'}${random(40)}`,
      `hf_${'0123456789'.repeat(3)}abcd`,
      'sk-proj-<token>',
      'glpat-REDACTED-REDACTED-REDACTED',
      `${['eyJ', 'hbGciOiJIUzI1NiJ9'].join('')}.${['eyJ', 'zdWIiOiIxMjM0NTY3ODkwIn0'].join('')}.${random(43)}`,
      `${'-----BEGIN PRIVATE'} KEY-----\n...\n`,
      `${'-----BEGIN PUBLIC'} KEY-----\n${random(128)}`,
    ]) {
      expect(foundIn(text)).toEqual([])
    }
  })

  it('are found wherever they are put, and nothing else is', () => {
    const filler = fc.stringMatching(/^[a-z .,;\n()=]{0,60}$/)
    fc.assert(
      fc.property(filler, filler, fc.constantFrom(...SECRETS), (before, after, [kind, secret]) => {
        expect(foundIn(`${before} ${secret} ${after}`)).toEqual([`${kind}:${secret}`])
      }),
    )
  })

  it('have places within the text, in order and apart, in any text', () => {
    const piece = fc.constantFrom(
      'AKIA',
      'ghp_',
      'sk-',
      'eyJ',
      '.',
      '://',
      'a:',
      '@',
      '"',
      '-----BEGIN ',
      'PRIVATE KEY-----',
      '\\n',
      ' ',
      random(40),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isEscaped) => {
        const text = pieces.join('')
        let last = 0
        for (const { start, end } of findSecrets(text, isEscaped)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  // A hang bound: each takes a fraction of a second.
  it.each([
    'a',
    '-',
    'ghp_',
    'sk-',
    'AKIA',
    'eyJ',
    'eyJaaaaaaaaaa.',
    '://a:',
    `${'-----BEGIN PRIVATE'} KEY-----`,
    '"key":"',
    'api_key="a1b2c3d4e5f6g7h8i9"',
  ])(
    'are looked for at once in 5 MB of %s',
    (piece) => {
      expect(findSecrets(piece.repeat(5_000_000 / piece.length), true)).toEqual([])
    },
    10_000,
  )
})

describe('a masked secret', () => {
  it('shows its first four and last two signs, and nothing of a short one', () => {
    expect(maskSecret('ghp_0123456789abcdefyz')).toBe('ghp_••••••••yz')
    expect(maskSecret('hunter2hunter2')).toBe('••••••••')
    fc.assert(fc.property(fc.string(), (secret) => maskSecret(secret).length <= 14))
  })
})
