import { describe, expect, it } from 'vitest'
import {
  addReason,
  codeOf,
  moveReason,
  type ReviewReason,
  reasonsOf,
  removeReason,
  renameReason,
} from '../../../src/renderer/settings/reasons/edit-reasons.ts'

const reason = (code: string, decision: ReviewReason['decision'], key: string): ReviewReason => ({ code, label: code, key, decision })
const rare = reason('rare', 'accept', '1')
const wrong = reason('wrong', 'reject', '1')
const long = reason('long', 'reject', '2')
const all = [rare, wrong, long]
const keysOf = (reasons: readonly ReviewReason[]) => reasonsOf(reasons, 'reject').map(({ key, code }) => `${key} ${code}`)

describe('the reasons of a workspace', () => {
  it('take one more at the end, with a code made of its label that is its own', () => {
    expect(keysOf(addReason(all, 'reject', ' Wrong '))).toEqual(['1 wrong', '2 long', '3 wrong-2'])
    expect(addReason(all, 'accept', 'Über-Fix!').find(({ key, decision }) => decision === 'accept' && key === '2')?.code).toBe('uber-fix')
  })

  it('get another label and keep their code, which the ledger holds', () => {
    expect(renameReason(all, wrong, 'Not the fix')[1]).toEqual({ ...wrong, label: 'Not the fix' })
  })

  it('close up when one goes, and change places within their decision', () => {
    expect(keysOf(removeReason(all, wrong))).toEqual(['1 long'])
    expect(keysOf(moveReason(all, long, -1))).toEqual(['1 long', '2 wrong'])
    expect(keysOf(moveReason(all, wrong, -1))).toEqual(['1 wrong', '2 long'])
    expect(reasonsOf(moveReason(all, long, -1), 'accept')).toEqual([rare])
  })

  it('have a code whatever their label is written in', () => {
    expect(codeOf('Games the tests')).toBe('games-the-tests')
    expect(codeOf('测试')).toBe('reason')
    expect(codeOf('a'.repeat(100))).toHaveLength(60)
  })
})
