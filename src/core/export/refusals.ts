import { type FaultError, fault, type RowNote } from '#record'
import type { MadeUnit } from './types.ts'

/** How many refused rows a message lists: those found first. */
const LISTED = 5

/** Rows that a policy will not let leave, and for whose sake nothing leaves. */
export class Refusals {
  readonly #found: { id: string; note: RowNote }[] = []

  /** Notes what of a row is refused. @throws FaultError `bad-input` once there are enough of them to list */
  add({ unit, made }: MadeUnit): void {
    const note = made.notes.find(({ policy }) => policy?.endsWith('=refuse'))
    if (note) this.#found.push({ id: unit.rows[0].id, note })
    if (this.#found.length >= LISTED) throw this.#fault()
  }

  /** @throws FaultError `bad-input` when any row was refused */
  check(): void {
    if (this.#found.length > 0) throw this.#fault()
  }

  #fault(): FaultError {
    const [first] = this.#found
    const listed = this.#found.map(({ id, note }) => `${id}: ${note.text}`).join('\n')
    const more = this.#found.length === LISTED ? '\nThere may be more.' : ''
    return fault('bad-input', `The export is refused by ${first?.note.policy ?? 'a policy'}:\n${listed}${more}`, {
      ...(first ? { culprit: first.id } : {}),
      remedy: 'Change these examples or leave them out, or choose another policy.',
    })
  }
}
