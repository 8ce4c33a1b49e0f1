import type { z } from 'zod'
import type { pairInput } from '#contract'
import { fault, type PreferencePair } from '#record'
import { type LedgerPair, projectPairs } from '#review'
import { appendDrafts, sign } from '../append-drafts.ts'
import { contentHashAt, rowOf } from '../decide.ts'
import type { Desk } from '../desk.ts'

type PairInput = z.infer<typeof pairInput>

/** Marks two attempts at one instance as a preference pair. */
export async function pair(desk: Desk, input: PairInput): Promise<PreferencePair> {
  const { chosen, rejected } = input
  const [one, other] = [await rowOf(desk, chosen), await rowOf(desk, rejected)]
  if (chosen === rejected || one.instanceId === null || one.instanceId !== other.instanceId) {
    throw fault('bad-input', `${chosen} and ${rejected} are not two attempts at one instance.`, {
      culprit: rejected,
      remedy: 'Choose two examples with the same instance.',
    })
  }
  await say(desk, 'pair', input)
  const [newest] = await pairsOf(desk, chosen)
  if (!newest) throw new Error('The pair was not kept')
  return newest
}

/** Takes a pair away, whichever way round it stands. Throws `not-found` when there is none. */
export async function unpair(desk: Desk, input: PairInput): Promise<{ seq: number }> {
  const isThis = ({ chosen, rejected }: LedgerPair) =>
    (chosen === input.chosen && rejected === input.rejected) || (chosen === input.rejected && rejected === input.chosen)
  if (!projectPairs(desk.session.ledger).some(isThis)) {
    throw fault('not-found', `${input.chosen} and ${input.rejected} are no pair.`, {
      culprit: input.chosen,
      remedy: 'List the pairs there are.',
    })
  }
  return { seq: await say(desk, 'unpair', input) }
}

/** Pairs that stand, newest first; of attempts at the instance of one example, when one is named. */
export async function pairsOf({ session }: Desk, id?: string): Promise<PreferencePair[]> {
  const pairs = projectPairs(session.ledger)
  const ids = [...pairs.map(({ chosen }) => chosen), ...(id === undefined ? [] : [id])]
  const instanceOf = new Map(session.workspace.record.indexOf(ids).map((index) => [index.id, index.instanceId]))
  const all = pairs.map((found) => ({ ...found, instanceId: instanceOf.get(found.chosen) ?? null }))
  const instanceId = id === undefined ? null : (instanceOf.get(id) ?? null)
  return id === undefined ? all : all.filter((found) => instanceId !== null && found.instanceId === instanceId)
}

async function say(desk: Desk, kind: 'pair' | 'unpair', input: PairInput): Promise<number> {
  const { chosen: exampleId, rejected: value, reason = null, note = null } = input
  const blind = input.isBlind ? { isBlind: true as const } : {}
  const contentHash = contentHashAt(desk, exampleId)
  const [entry] = await appendDrafts(desk, [
    { ...(await sign(desk, input.reviewer)), exampleId, contentHash, kind, reason, note, undoes: null, value, ...blind },
  ])
  return entry?.seq ?? 0
}
