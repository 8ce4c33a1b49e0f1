import { availableParallelism, cpus, loadavg, platform } from 'node:os'
import type { Figure } from './figure.ts'

/** docs/performance.md: the figures of one run with what they were taken on. */
export function performancePage(figures: readonly Figure[], rows: string): string {
  const lines = figures.map(
    ({ what, value, baseline, baselineValue, ratio }) => `| ${what} | ${value} | ${baseline} | ${baselineValue} | ${short(ratio)} |`,
  )
  return `# Performance

Written by \`npm run bench\`. Every figure stands beside a baseline taken in the same run on the same machine, so that the ratio says
something where the milliseconds do not. Above 1 is slower than the baseline.

Taken ${new Date().toISOString().slice(0, 10)} on ${rows}, with Node ${process.versions.node} on ${platform()}, ${availableParallelism()} processors
(${cpus()[0]?.model.trim() ?? 'unknown'}), load average ${loadavg()[0]?.toFixed(1)} at the end of the run.

| figure | Winnow | baseline | | ratio |
| --- | --- | --- | --- | --- |
${lines.join('\n')}

## What they mean

- **Adding** parses each row, counts the tokens of its contents and of its reasoning, reads its patch as git does, tells every shell
  command's purpose, writes the row durably and indexes it. The baseline only decodes the same file. Counting tokens is most of the
  difference. Reading, measuring and storing overlap; measuring uses every processor but one.
- **The whole way of a row** stands beside the counting of its tokens alone, which a row cannot do without: what reading, parsing, every other
  measure, both databases and the verdicts add to that. The bound is 3. Both start cold, which with so few rows is much of either.
- **Checks** look through the whole run for evidence, once a version. Their processor time stands beside that of all other measures, on rows whose
  pieces were counted before, which is when those are quickest. The bound is a ratio of 0.5.
- **Tokens** are counted of the contents, reasoning and calls of every message, on one core, by the processor's time. Cold is a counter that remembers
  nothing; warm is the same again. The bounds are 6 and 10 times js-tiktoken's own encode, and a second for a megabyte of anything.
- **A second worker** gains what processors are free for it: reading, storing and whatever else the machine does take theirs.
- **Made-up rows** are 5 to 7 kB, no two alike, so that what grows with the number of rows is not hidden by their size. The clock starts when the
  process has 1,000 others behind it. The bounds are 1.2 for the time of a row and 1 GB for memory, both databases and all threads included.
- **A page while adding** is what a person feels who browses while rows come in. The engine's longest pause is the longest stretch in
  which it answered nobody: the packing of a batch of rows, mostly. Reading and decoding are a thread of their own.
- **Opening an example** reads and unpacks its row, parses it, counts the tokens of every message and reads its patch. The baseline
  unpacks and parses the JSON alone. One that was opened before, or loaded ahead as a neighbour, skips all of this.
- **100,000 rows** are what a screen asks of the table: pages far from the start, a text, the facets beside them, the rows before and after
  one. Each baseline is one plain statement over the same file; the screen's answer holds whole rows, every facet and the total too.
- **600,000 measured rows** are a generated corpus of the published size. Every plot of the Metrics screen, the facets and the first page by
  each column are asked of it as the page asks, on a quiet machine; each figure is a median of five beside the most it may be: 150 ms for
  a query, 300 ms for a page. Above 1 breaks the bound.
- **Scrolling** is read out of Chromium's own trace. The page changes with every frame, so that a late frame shows as a gap: the longest wait for a frame
  stands beside the 50 ms it may take. The host, the browser and the tracing take their turns on the same processors, and whatever else the machine
  does. A task's processor time leaves out the turns of others, but not that they slow it down: it is the most a quiet machine would need.
- **A day of review** walks through examples of real size, each loaded ahead by the time its key is pressed, and then decides about some. A figure
  from the key to the next one drawn ends after the frame is painted; processor time is the main thread's own, without the turns of others. Memory
  is taken after the walk. Above 1 breaks a bound of the project; a call to the host more than loading one ahead takes would be waste.
- **Indexing** reads the footers and small columns of a made-up corpus of the published size over a Hub on this machine that answers late.
  Bytes and requests are counted by that Hub, redirects among them; memory is that of the whole process, both databases included. The
  rate is beside a bare reader of one shard that keeps nothing; ours writes every row durably into two databases. The bounds are the
  project's own: above 1 breaks one.
- **Exporting** makes 4,000 generated rows into the trainer's lines. The baseline is a bare loop in a process of its own that unzips, parses, stringifies and writes the
  same rows and does nothing else; ours also makes examples of them, applies edits and policies, hashes every line and writes index, notes, ledger and card. The bound is
  1.6. Memory is the whole process, threads included, and must stay under 700 MB.
- **Choosing what leaves** is one computation over a few columns of every row, in turns: the longest of them is what a person's key waits.
- **From the command to the first row** includes starting Node, opening both databases, serving the page, loading it and drawing it. The
  baseline has nothing to start or open: what remains is the browser's own share.
`
}

/** One digit behind the point, or the first that says something: 1.4, 0.02. */
function short(ratio: number): string {
  return ratio < 0.095 ? ratio.toPrecision(1) : ratio.toFixed(1)
}
