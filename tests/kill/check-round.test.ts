import { describe, expect, it } from 'vitest'
import type { LedgerEntry } from '#record'
import { appendTo, type LedgerDraft } from '#review'
import { type Act, entriesOf } from './act.ts'
import { type Asked, checkRound } from './check-round.ts'

const decide: Act = { kind: 'decide', id: 'run-001', as: 'accept', isBlind: false, reviewer: 'ana' }
const bulk: Act = { kind: 'bulk', text: 'run-00', ids: ['run-000', 'run-001', 'run-002'], as: 'reject', note: 'n', reviewer: 'ana' }
const undo: Act = { kind: 'undo', reviewer: 'ana' }

/** A ledger in which these acts all came through. */
function ledgerOf(...acts: Act[]): LedgerEntry[] {
  const ledger: LedgerEntry[] = []
  for (const [n, act] of acts.entries()) {
    for (const entry of entriesOf(act, ledger)) {
      const draft: LedgerDraft = { ...entry, contentHash: 'h', reason: null, note: null, recipeHash: null, batch: `batch-${n}` }
      ledger.push(appendTo(ledger.at(-1) ?? null, draft, () => new Date(0)))
    }
  }
  return ledger
}

const answered = (act: Act): Asked => ({ act, made: null })
const check = (found: LedgerEntry[], ...asked: Asked[]) => checkRound([], found, asked)

describe('what a kill left behind', () => {
  const whole = ledgerOf(decide, bulk, undo)

  it('is in order when every acknowledged call is there as a whole', () => {
    const last = whole.at(-1)
    if (!last) throw new Error('nothing was asked for')
    const asked: Asked[] = [answered(decide), answered(bulk), { act: undo, made: { seq: last.seq, hash: last.hash } }]
    expect(check(whole, ...asked)).toEqual({ acknowledged: 7, inFlight: 0, problems: [] })
  })

  it('may have all or nothing of the call in flight', () => {
    expect(check(whole, answered(decide), answered(bulk), { act: undo })).toEqual({ acknowledged: 4, inFlight: 3, problems: [] })
    expect(check(whole.slice(0, 4), answered(decide), answered(bulk), { act: undo })).toMatchObject({ inFlight: 0, problems: [] })
  })

  it.each([
    ['an acknowledged call is gone', whole.slice(0, 1), [answered(decide), answered(bulk)]],
    ['a call in flight came through in part', whole.slice(0, 3), [answered(decide), { act: bulk }]],
    ['an acknowledged call came through in part', whole.slice(0, 6), [answered(decide), answered(bulk), answered(undo)]],
    ['there is what nobody asked for', whole, [answered(decide), answered(bulk)]],
    ['another thing came through than was asked for', ledgerOf({ ...decide, as: 'reject' }), [answered(decide)]],
    ['an entry has another hash than was acknowledged', whole.slice(0, 1), [{ act: decide, made: { seq: 1, hash: 'other' } }]],
    ['the chain is broken', whole.slice(0, 1).map((entry) => ({ ...entry, note: 'changed' })), [answered(decide)]],
    ['a bulk decision is several', ledgerOf(...bulk.ids.map((id) => ({ ...decide, id, as: bulk.as }))), [answered(bulk)]],
  ])('is refused when %s', (_, found, asked) => {
    expect(check(found, ...asked).problems).not.toEqual([])
  })
})
