import { codeSpan } from './escape.ts'
import { hubNames, licenceOfAll } from './front-matter.ts'
import type { ManifestBody } from './manifest-body.ts'
import { counted, markdownTable, number } from './table.ts'

/** Rows of one table; the manifest has all. */
const LISTED = 20

/** How long rows are, by whose count. */
export function tokensSection({ tokens, template, target, edits }: ManifestBody): string[] {
  if (!tokens) return []
  const isRendered = tokens.trained !== null
  const splits = Object.entries(tokens.by_split).map(([split, count]) => `${split} ${number(count)}`)
  return [
    '## Tokens',
    `${counted(tokens.total, 'token')} by ${codeSpan(tokens.encoding)}` +
      `${tokens.trained === null ? '' : `, of which ${number(tokens.trained)} are trained on`}; the longest row has ${number(tokens.longest)}` +
      `${splits.length > 0 ? `; ${splits.join(', ')}` : ''}. Set the trainer's context length to what you need: rows beyond it are cut or dropped, as the trainer does.`,
    ...(edits.cut > 0 && target === 'tutorial' ? ['Rows that were cut are counted as the whole runs they are cut from.'] : []),
    ...(template
      ? [
          `${isRendered ? 'Rendered by' : 'Looked at through'} the chat template ${codeSpan(template.name)} (sha256 \`${template.sha256.slice(0, 12)}\`).`,
        ]
      : []),
  ]
}

/** What the format cannot say, and what policies changed. */
export function lossSection({ notes }: ManifestBody): string[] {
  if (notes.length === 0) return ['## What the format loses', 'Nothing was lost, changed or left out on the way into this format.']
  const rows = notes.map(({ kind, about, policy, rows: count, messages }) => [
    kind,
    about,
    policy === null ? '*the format*' : codeSpan(policy),
    number(count),
    number(messages),
  ])
  return [
    '## What the format loses',
    '`row-notes.jsonl` has a line for every row it happened to.',
    markdownTable(['what', 'of', 'by', '>rows', '>messages'], rows),
  ]
}

/** Whose the data is. Nothing is said of a licence that is not known. */
export function licenceSection(body: ManifestBody): string[] {
  const { sources, leaving } = body
  const from = sources.map(({ uri, revision, license, examples }) => [
    codeSpan(uri),
    revision === null ? '' : codeSpan(revision),
    license ?? 'unknown',
    number(examples),
  ])
  const repositories = leaving.licenses
    .slice(0, LISTED)
    .map(({ value, examples }) => [value === '' ? '*unknown*' : codeSpan(value), number(examples)])
  return [
    '## Sources and licences',
    markdownTable(['source', 'revision', 'licence of the dataset', '>examples there'], from),
    ...attribution(body),
    `Rows are made from ${counted(leaving.instances, 'task')} of ${counted(leaving.repos, 'repository').replace('repositorys', 'repositories')}, whose code keeps its own licence:`,
    markdownTable(['licence of the repository', '>rows'], repositories),
    ...(leaving.licenses.length > LISTED ? [`And ${number(leaving.licenses.length - LISTED)} more in \`manifest.json\`.`] : []),
  ]
}

function attribution(body: ManifestBody): string[] {
  const licence = licenceOfAll(body)
  const names = hubNames(body)
  if (licence === 'unknown') return ['The licence of at least one source is not known. Find it out before you pass this dataset on.']
  if (licence !== 'cc-by-4.0' || names.length === 0) return []
  return [
    `Contains data from ${names.map((name) => `[${name}](https://huggingface.co/datasets/${name})`).join(', ')}, licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). ` +
      'It was changed: rows were selected and converted as this card describes.',
  ]
}
