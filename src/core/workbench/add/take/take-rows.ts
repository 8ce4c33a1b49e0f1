import type { Adding } from '../adding.ts'
import { storeUnits } from '../store-units.ts'
import { type Combination, combinationsOf, nameOf } from './combinations.ts'
import { firstRows } from './first-rows.ts'
import { sampledRows } from './sampled-rows.ts'
import type { Helping, Supply } from './supply.ts'

/** How many rows of every combination, and how they are chosen: the first ones, or by seed. */
export interface TakePlan {
  take: number
  seed?: number
}

/** A combination on its way to having rows enough. */
interface Wanting {
  combination: Combination
  supply: Supply
  need: number
}

/**
 * Stores `take` rows of every combination of config and split that has as many; rows stored before count. A file that gives up is listed and the
 * next ones of its combination fill in; rows that are no examples are made up for as well. Yields after every step.
 */
export async function* takeRows(adding: Adding, { take, seed }: TakePlan): AsyncGenerator<void> {
  const wanting = combinationsOf(adding.opened.files).map((combination): Wanting => {
    const { files } = combination
    return { combination, need: take, supply: seed === undefined ? firstRows(adding, files) : sampledRows(adding, files, seed) }
  })
  /** Files rows were taken from: what is done of them, as far as anybody can say. */
  const met = new Set<string>()
  for (let open = wanting; open.length > 0; open = open.filter(({ need }) => need > 0)) {
    const helpings: Helping[] = []
    for (const { supply, need } of open) helpings.push(await supply.next(need))
    open = open.filter((one, n) => isHelped(adding, one, helpings[n], take))
    tellTotal(adding, wanting)
    yield* storeHelpings(adding, { open, helpings, met })
  }
}

/** False once a combination has no more rows, which is then said. */
function isHelped({ notes }: Adding, one: Wanting, helping: Helping | undefined, take: number): boolean {
  if (helping && (helping.have > 0 || helping.units.length > 0)) {
    one.need -= helping.have
    return true
  }
  notes.push(
    `${nameOf(one.combination)} has ${(take - one.need).toLocaleString('en')} rows that are examples; ${take.toLocaleString('en')} were asked for.`,
  )
  one.need = 0
  return false
}

async function* storeHelpings(
  adding: Adding,
  { open, helpings, met }: { open: readonly Wanting[]; helpings: readonly Helping[]; met: Set<string> },
): AsyncGenerator<void> {
  const owner = new Map(open.flatMap((one) => one.combination.files.map(({ path }) => [path, one])))
  for await (const step of storeUnits(
    adding,
    helpings.flatMap(({ units }) => units),
  )) {
    const one = owner.get(step.unit.file.path)
    if (one) one.need -= step.examples
    one?.supply.read(step)
    if (step.isLast) met.add(step.unit.file.path)
    adding.progress.filesDone = met.size
    adding.progress.work.done = adding.progress.rows
    yield
  }
}

/** Rows there will be: those that came and those still wanted. */
function tellTotal({ progress }: Adding, wanting: readonly Wanting[]): void {
  progress.totalRows = wanting.reduce((sum, { need }) => sum + need, progress.rows)
  progress.work.total = progress.totalRows
}
