/** Options of package managers, build tools and the like that take the next word. */
const VALUED = new Set(
  '-C -f -F -w --cwd --dir --directory --file --filter --manifest-path --prefix --project --workspace -I -o -pl -P --target-dir'.split(' '),
)

/** The words that are neither options nor the values of well-known ones: `make -C build test` has one, `test`. */
export function operandsOf(args: readonly string[], valued: ReadonlySet<string> = VALUED): string[] {
  return args.filter((word, at) => !/^[-+]./.test(word) && !valued.has(args[at - 1] ?? ''))
}
