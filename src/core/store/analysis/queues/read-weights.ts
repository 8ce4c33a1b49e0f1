import type { JudgePlan } from '#filter'
import type { Reader } from '../connections.ts'
import { bitSql } from '../judging/bits.ts'

/** Decisions below which nothing is made of them. */
const LEAST_DECIDED = 5

/** For each step, one less the share of decided examples it drops that people accepted; 1 below five of those. */
export async function readWeights(reader: Reader, { steps }: JudgePlan): Promise<number[]> {
  if (steps.length === 0) return []
  const counts = steps.map((_step, place) => {
    const isFailed = `(e.failed & ${bitSql(place)}) <> 0`
    return `count(*) FILTER (${isFailed}), count(*) FILTER (${isFailed} AND s.decision = 'accept')`
  })
  const [line = []] = await reader.read(
    `SELECT ${counts.join(', ')} FROM standings s JOIN examples e ON e.id = s."exampleId" WHERE s.decision IS NOT NULL`,
  )
  return steps.map((_step, place) => {
    const [decided = 0, overruled = 0] = line.slice(2 * place, 2 * place + 2).map(Number)
    return decided < LEAST_DECIDED ? 1 : 1 - overruled / decided
  })
}
