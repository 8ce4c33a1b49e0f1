import { describe, expect, it } from 'vitest'
import { subjectOf } from '#measure'
import { textOf } from '../../../../../src/core/measure/checks/place-evidence.ts'
import { secrets } from '../../../../../src/core/measure/checks/secrets/secrets.ts'
import { buildCall, buildExample } from '../../../../support/examples.ts'
import { random } from './made-up.ts'

const token = `ghp_${random(36)}`
const other = `hf_${random(34)}`

describe('the check for secrets', () => {
  it('looks at contents, reasoning, arguments and the patch, and cites the exact place', () => {
    const example = buildExample({
      messages: [
        { role: 'user', content: `Use ${token}.` },
        { reasoning: `npm_${random(36)}`, calls: [buildCall({ kind: 'shell', command: `curl -H ${other}` })] },
      ],
      patch: `+KEY = "AIza${random(35)}"\n`,
    })
    const found = secrets.find(subjectOf(example))
    expect(found.map(({ kind, at }) => [kind, at?.messageIndex, at?.field])).toEqual([
      ['github-token', 0, 'content'],
      ['npm-token', 1, 'reasoning'],
      ['huggingface-token', 1, 'arguments'],
      ['google-key', null, 'patch'],
    ])
    const texts = found.map(({ at }) => at && textOf(example, at)?.slice(at.start, at.end))
    expect(texts[0]).toBe(token)
    expect(texts[2]).toBe(other)
  })

  it('tells a secret once, with how often it is there', () => {
    const example = buildExample({ messages: [{ content: `${token} ${token}` }, { content: token }, { content: other }] })
    const found = secrets.find(subjectOf(example))
    expect(found).toHaveLength(2)
    expect(found[0]?.text).toContain('3 places')
    expect(secrets.measures[0]?.compute(found, subjectOf(example))).toBe(2)
  })

  it('prints no secret', () => {
    const pem = `${'-----BEGIN PRIVATE'} KEY-----\n${random(128)}\n`
    const password = random(9)
    const example = buildExample({ messages: [{ content: `${token} ${pem} https://svc:${password}@corp.net` }] })
    const told = JSON.stringify(secrets.find(subjectOf(example)))
    expect(told).not.toContain(token.slice(0, 8))
    expect(told).not.toContain(password)
    expect(told).not.toContain(pem.slice(28, 36))
  })

  it('finds nothing in nothing', () => {
    expect(secrets.find(subjectOf(buildExample()))).toEqual([])
  })
})
