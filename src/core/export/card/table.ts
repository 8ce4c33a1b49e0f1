/** A table of Markdown; cells are finished Markdown of one line. A column that begins with `>` in its heading holds numbers. */
export function markdownTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rules = headings.map((heading) => (heading.startsWith('>') ? '---:' : '---'))
  return [line(headings.map((heading) => heading.replace(/^>/, ''))), line(rules), ...rows.map(line)].join('\n')
}

/** A number as people read it. */
export function number(value: number): string {
  return value.toLocaleString('en-US')
}

/** A share as people read it; a dash for none. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}%`
}

/** `1 row`, `2 rows`. */
export function counted(value: number, one: string): string {
  return `${number(value)} ${one}${value === 1 ? '' : 's'}`
}
