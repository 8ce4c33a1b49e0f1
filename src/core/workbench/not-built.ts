import { fault } from '#record'

/** Stands where a call has its place and no answer yet. */
export function notBuilt(): never {
  throw fault('internal', 'This call is not built yet.')
}
