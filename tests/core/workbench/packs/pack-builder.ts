import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { openWorkbench } from '../../../support/open-workbench.ts'
import { buildR3 } from '../../../support/rows.ts'
import { asJsonl, buildFolder } from '../../../support/rows-on-disk.ts'

/** A workbench that is gone after the test, with `count` examples e0, e1, ... */
export async function benchWith(count: number) {
  const bench = await openWorkbench()
  onTestFinished(() => bench.remove())
  if (count > 0) {
    const rows = Array.from({ length: count }, (_, n) => buildR3({ trajectory_id: `e${n}`, instance_id: `i${n}` }))
    const folder = buildFolder({ 'rows.jsonl': asJsonl(rows) })
    for await (const _ of await bench.client.source.add({ source: `${folder}/rows.jsonl` }));
  }
  return bench
}

/** A pack's lines, as values. */
export function linesOf(path: string): Record<string, unknown>[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** Writes a pack of these lines, with an end that fits them. */
export function forge(path: string, lines: readonly Record<string, unknown>[]): void {
  const before = lines.filter(({ kind }) => kind !== 'end')
  const count = (kind: string) => before.filter((line) => line.kind === kind).length
  const [header, ...rest] = before
  const ledger = header?.ledger && { ...header.ledger, entries: count('entry') }
  const text = [{ ...header, examples: count('example'), ledger }, ...rest].map((line) => `${JSON.stringify(line)}\n`).join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  const end = { kind: 'end', examples: count('example'), entries: count('entry'), sha256 }
  writeFileSync(path, gzipSync(`${text}${JSON.stringify(end)}\n`))
}
