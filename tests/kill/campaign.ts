import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LedgerEntry } from '#record'
import { bundleChild, ROOT } from './bundle-child.ts'
import { type Asked, checkRound } from './check-round.ts'
import { type Life, type Moment, runChild } from './run-child.ts'
import { seeded } from './seeded.ts'

/** Moments that kill. */
type Deadly = Exclude<Moment, { kind: 'never' }>

/** What a campaign came to. */
export interface Campaign {
  seed: number
  kills: number
  /** Kills while a workspace was being opened and mended, while calls were made, and right after one of many entries was asked for. */
  byMoment: Record<Deadly['kind'], number>
  /** Calls that were acknowledged, and the entries they made. */
  calls: number
  acknowledged: number
  /** Entries of calls in flight that came through as a whole. */
  inFlight: number
  /** Milliseconds from starting a process until its workspace was open, mended and checked. */
  longestOpenMs: number
  medianOpenMs: number
  seconds: number
  /** A sentence each; none when nothing was lost. */
  problems: string[]
}

/** Kills on one workspace before a fresh one is taken: looking through a year's ledger after each would take the time of ten more. */
const KILLS_PER_WORKSPACE = 50

/** The children of one workspace: what is known of it, and what its last process had asked for. */
interface Lane {
  folder: string
  ledger: LedgerEntry[]
  asked: Asked[]
}

/** Kills so many processes, one after the other on each of two workspaces at a time, and checks what each left behind. */
export async function runCampaign(options: {
  kills: number
  seed: number
  lanes?: number
  tell?: (line: string) => void
}): Promise<Campaign> {
  const { kills, seed, lanes = 2, tell = () => undefined } = options
  const startedAt = performance.now()
  const parent = mkdtempSync(join(tmpdir(), 'winnow-kills-'))
  const child = await bundleChild()
  const result: Campaign = {
    ...{ seed, kills: 0, byMoment: { start: 0, work: 0, many: 0 }, calls: 0, acknowledged: 0, inFlight: 0 },
    ...{ longestOpenMs: 0, medianOpenMs: 0, seconds: 0, problems: [] },
  }
  const openings: number[] = []
  try {
    const template = join(parent, 'template')
    makeTemplate(child.file, template)
    let begun = 0
    const isOver = () => begun >= kills || result.problems.length > 0
    const runLane = async (): Promise<void> => {
      while (!isOver()) {
        const lane = freshLane(template, join(parent, `workspace-${begun}`))
        for (let n = 0; n < KILLS_PER_WORKSPACE && !isOver(); n++) {
          await killOnce(child.file, lane, { n: begun++, seed, openings, result })
          if (result.kills % 25 === 0) tell(`${result.kills} of ${kills} kills, ${result.acknowledged} entries acknowledged`)
        }
        const last = await runChild(child.file, lane.folder, { knownSeq: lane.ledger.at(-1)?.seq ?? 0, seed, moment: { kind: 'never' } })
        takeIn(last, lane, { n: begun, seed, openings, result })
        if (result.problems.length === 0) rmSync(lane.folder, { recursive: true, force: true })
      }
    }
    await Promise.all(Array.from({ length: lanes }, runLane))
  } finally {
    child.remove()
    if (result.problems.length === 0) rmSync(parent, { recursive: true, force: true })
    else tell(`the workspaces are kept: ${parent}`)
  }
  openings.sort((a, b) => a - b)
  result.longestOpenMs = openings.at(-1) ?? 0
  result.medianOpenMs = openings[Math.floor(openings.length / 2)] ?? 0
  result.seconds = (performance.now() - startedAt) / 1000
  return result
}

interface Around {
  n: number
  seed: number
  openings: number[]
  result: Campaign
}

/** One process from its start to its end; what it finds tells how the one before it ended. */
async function killOnce(file: string, lane: Lane, { n, seed, openings, result }: Around): Promise<void> {
  const ownSeed = seed + n * 7_919
  const moment = drawMoment(seeded(ownSeed), openings)
  const life = await runChild(file, lane.folder, { knownSeq: lane.ledger.at(-1)?.seq ?? 0, seed: ownSeed, moment })
  result.kills += 1
  result.byMoment[moment.kind] += 1
  takeIn(life, lane, { n, seed, openings, result })
}

/** Checks what a process found, if it came so far, and remembers what it asked for. */
function takeIn(life: Life, lane: Lane, { n, seed, openings, result }: Around): void {
  const report = (problem: string) => result.problems.push(`kill ${n} (seed ${seed}): ${problem}`)
  if (life.failure !== null) report(life.failure)
  if (life.problems === null) return
  if (life.openMs !== null) openings.push(life.openMs)
  const round = checkRound(lane.ledger, life.entries, lane.asked)
  for (const problem of [...life.problems, ...round.problems]) report(problem)
  result.calls += lane.asked.filter(({ made }) => made !== undefined).length
  result.acknowledged += round.acknowledged
  result.inFlight += round.inFlight
  lane.asked = life.asked
}

/** A quarter of the kills meet a workspace that is being opened, which is when the one before is mended. */
function drawMoment(random: () => number, openings: readonly number[]): Deadly {
  const chance = random()
  // A busy machine takes longer to open, and to do anything at all.
  const opening = openings.at(-1) ?? 800
  if (chance < 0.25) return { kind: 'start', ms: random() * (opening + 50) }
  if (chance < 0.5) return { kind: 'many', ms: (random() * opening) / 10 }
  return { kind: 'work', ms: random() * opening }
}

function freshLane(template: string, folder: string): Lane {
  cpSync(template, folder, { recursive: true })
  return { folder, ledger: [], asked: [] }
}

function makeTemplate(file: string, folder: string): void {
  mkdirSync(folder)
  const { status, stderr } = spawnSync(process.execPath, [file, ROOT, folder, 'make'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The workspace could not be made: ${stderr}`)
}
