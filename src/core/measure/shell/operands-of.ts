/** The words that are neither options nor the values of those that take one: `make -C build test` has one, `test`. */
export function operandsOf(args: readonly string[], valued: ReadonlySet<string>): string[] {
  return args.filter((word, at) => !/^[-+]./.test(word) && !valued.has(args[at - 1] ?? ''))
}
