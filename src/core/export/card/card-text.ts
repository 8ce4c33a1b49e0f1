import type { WrittenFile } from '../types.ts'
import { sealOf } from '../verify/seal-of.ts'
import { choiceSection, splitSection } from './choice-section.ts'
import type { ClosingMore } from './closing-files.ts'
import { markdownText } from './escape.ts'
import { dataFiles, frontMatter } from './front-matter.ts'
import type { ManifestBody } from './manifest-body.ts'
import { peopleSection } from './people-section.ts'
import type { Plot } from './plots/plots-of.ts'
import { licenceSection, lossSection, tokensSection } from './rows-section.ts'
import { counted, number } from './table.ts'

/** What a card is made from. */
export interface CardInput extends Pick<ClosingMore, 'target' | 'extras'> {
  body: ManifestBody
  /** Files of rows. */
  files: readonly WrittenFile[]
  plots: readonly Plot[]
}

/** How a card begins the line that names its manifest. */
export const CARD_SEAL = 'manifest without `files` and `sha256`: sha256'

/** The dataset card, `README.md`: front matter for the Hub, then what it is, how it came about and how to prove it. */
export function cardText(input: CardInput): string {
  const { body, files, plots } = input
  const parts = [
    frontMatter(body, files),
    ...introduction(input),
    ...plots.map(({ name, alt }) => `![${alt}](${name})`),
    ...choiceSection(body),
    ...peopleSection(body),
    ...splitSection(body),
    ...tokensSection(body),
    ...lossSection(body),
    ...loading(input),
    ...licenceSection(body),
    ...proof(body),
  ]
  return `${parts.join('\n\n')}\n`
}

function introduction({ body, target }: CardInput): string[] {
  const rows = Object.values(body.rows).reduce((all, count) => all + count, 0)
  return [
    `# ${markdownText(target.title)}: agent traces, reviewed`,
    `${counted(rows, target.unit === 'pair' ? 'pair' : 'row')} for \`${body.target}\`, chosen from ${counted(body.counts.measured ?? 0, 'measured example')} of software-engineering agent traces with Winnow ${markdownText(body.winnow_version)}.`,
    markdownText(target.help),
  ]
}

function loading({ files, extras }: CardInput): string[] {
  const rows = dataFiles(files).map(({ path, rows: count }) => `* \`${path}\`: ${counted(count, 'row')}`)
  const configs = extras.map(({ name }) => `\`${name}\``)
  return [
    '## How to load it',
    ...(rows.length > 0 ? [rows.join('\n')] : []),
    ...(configs.length > 0 ? [`Start from ${configs.join(', ')}: written for these rows, with a context length that fits them.`] : []),
    ['```python', 'from datasets import load_dataset', '', 'dataset = load_dataset("path/to/this/folder")', '```'].join('\n'),
    `\`rows.jsonl\` says of every row which example it is, who let it leave and what its bytes hash to.`,
  ]
}

function proof(body: ManifestBody): string[] {
  const head = body.ledger_head
  return [
    '## How to verify it',
    '`winnow verify .` checks every file, every row, the splits and the chain of the ledger. In the workspace that made it, every row is made anew and compared.',
    [
      head ? `* ledger head: entry ${number(head.seq)}, \`${head.hash}\`, said at ${head.time}` : '* ledger: empty, nobody decided',
      `* choice: \`${body.chosen.hash}\``,
      `* ${CARD_SEAL} \`${sealOf(body)}\``,
    ].join('\n'),
  ]
}
