/** Closes a union: a case nobody handled is a compile error, and a clear throw should one slip through. */
export function assertNever(value: never, what: string): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`)
}
