import type { ReadStep } from '../read-units.ts'
import type { Unit } from '../unit.ts'

/** What to read next so that a combination has rows enough. */
export interface Helping {
  /** Rows among the next ones that are stored already. */
  have: number
  units: Unit[]
}

/** The rows of one combination in the order a take wants them. */
export interface Supply {
  /** Up to `count` further rows, those of files that gave up left out; nothing at all once there are no more. */
  next(count: number): Promise<Helping>
  /** Told of every step of a unit, since some files are only known by reading them. */
  read(step: Pick<ReadStep, 'unit' | 'nextRow' | 'isFileEnd'>): void
}
