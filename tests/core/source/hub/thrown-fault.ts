import { expect } from 'vitest'
import { type Fault, FaultError } from '../../../../src/core/record/index.ts'

/** The Fault something throws; fails when it throws none. */
export function thrownFault(act: () => unknown): Fault {
  try {
    act()
  } catch (error) {
    return faultIn(error)
  }
  return expect.fail('it did not throw')
}

/** The Fault a promise ends with. */
export async function rejectedFault(promise: Promise<unknown>): Promise<Fault> {
  return faultIn(
    await promise.then(
      () => expect.fail('it did not fail'),
      (error) => error,
    ),
  )
}

function faultIn(error: unknown): Fault {
  expect(error).toBeInstanceOf(FaultError)
  return (error as FaultError).fault
}
