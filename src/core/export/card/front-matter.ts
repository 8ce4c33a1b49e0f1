import { SPLITS } from '#record'
import { ROW_NOTES } from '../row-index.ts'
import type { WrittenFile } from '../types.ts'
import { ROW_INDEX, SESSION_FILE } from '../verify/index-line.ts'
import { yamlText } from './escape.ts'
import type { ManifestBody } from './manifest-body.ts'

/** What a dataset on the Hub may be called; anything else is not named in the front matter. */
const HUB_NAME = /^hf:\/\/datasets\/([\w.-]{1,96}\/[\w.-]{1,96})(?=[@/]|$)/

/** The Hub's size words: below which number of rows each is. */
const SIZES: readonly [below: number, words: string][] = [
  [1_000, 'n<1K'],
  [10_000, '1K<n<10K'],
  [100_000, '10K<n<100K'],
  [1_000_000, '100K<n<1M'],
  [10_000_000, '1M<n<10M'],
  [100_000_000, '10M<n<100M'],
]

/**
 * The YAML at the head of a dataset card, by which the Hub finds files and fills its filters. Fields: https://huggingface.co/docs/hub/datasets-cards and
 * https://github.com/huggingface/hub-docs/blob/main/datasetcard.md; `configs`: https://huggingface.co/docs/hub/datasets-manual-configuration.
 */
export function frontMatter(body: ManifestBody, files: readonly WrittenFile[]): string {
  const rows = Object.values(body.rows).reduce((all, count) => all + count, 0)
  return [
    '---',
    ...licenceLines(body),
    'language:',
    '- code',
    'task_categories:',
    '- text-generation',
    'tags:',
    ...['winnow', 'agent-traces', 'software-engineering', body.target === 'preference' ? 'preference' : 'sft'].map((tag) => `- ${tag}`),
    'size_categories:',
    `- ${sizeOf(rows)}`,
    ...sourceLines(body),
    ...configLines(files),
    '---',
  ].join('\n')
}

/** The names of the datasets rows came from, as far as they are on the Hub. */
export function hubNames({ sources }: Pick<ManifestBody, 'sources'>): string[] {
  return [...new Set(sources.flatMap(({ uri }) => HUB_NAME.exec(uri)?.[1] ?? []))].sort()
}

/** The licence of all sources; `unknown` where one is not known, `other` where they differ. */
export function licenceOfAll({ sources }: Pick<ManifestBody, 'sources'>): string {
  const licences = new Set(sources.map(({ license }) => license))
  const [first] = licences
  if (licences.size === 0 || licences.has(null) || first === null || first === undefined) return 'unknown'
  return licences.size === 1 ? first : 'other'
}

function licenceLines(body: ManifestBody): string[] {
  const licence = licenceOfAll(body)
  return [`license: ${yamlText(licence)}`, ...(licence === 'other' ? ['license_name: "mixed-see-below"'] : [])]
}

function sourceLines(body: ManifestBody): string[] {
  const names = hubNames(body)
  return names.length === 0 ? [] : ['source_datasets:', ...names.map((name) => `- ${yamlText(name)}`)]
}

/** Says which files are data: without it the Hub would read the ledger as rows, too. */
function configLines(files: readonly WrittenFile[]): string[] {
  const data = dataFiles(files)
  const groups = DATA_ENDINGS.map((ending) => data.filter(({ path }) => path.endsWith(ending)))
  const [first, ...others] = groups.filter((group) => group.length > 0)
  if (!first) return []
  return ['configs:', ...configOf('default', first), ...others.flatMap((group) => configOf(endingOf(group[0]?.path ?? ''), group))]
}

function configOf(name: string, files: readonly Pick<WrittenFile, 'path'>[]): string[] {
  return [
    `- config_name: ${name}`,
    '  data_files:',
    ...files.flatMap(({ path }) => [`  - split: ${splitOf(path)}`, `    path: ${yamlText(path)}`]),
  ]
}

const DATA_ENDINGS = ['.jsonl', '.json', '.parquet']

/** The files a trainer reads: rows of the target, and not their index or the notes about them. Where each row is a file of its own they are told as one. */
export function dataFiles(files: readonly WrittenFile[]): Pick<WrittenFile, 'path' | 'rows'>[] {
  const isIndex = ({ path }: WrittenFile) => path === ROW_INDEX || path === ROW_NOTES
  const data = files.filter((file) => file.rows > 0 && !isIndex(file) && DATA_ENDINGS.some((ending) => file.path.endsWith(ending)))
  const sessions = data.filter(({ path }) => path.endsWith(SESSION_FILE))
  if (sessions.length === 0) return data
  return [{ path: `*${SESSION_FILE}`, rows: sessions.length }, ...data.filter(({ path }) => !path.endsWith(SESSION_FILE))]
}

/** By a word of the name: `validation.jsonl`. A file without one is to be trained on. */
function splitOf(path: string): string {
  const words = path.split(/[._-]/)
  return SPLITS.find((split) => words.includes(split)) ?? 'train'
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

function sizeOf(rows: number): string {
  return SIZES.find(([below]) => rows < below)?.[1] ?? '100M<n<1B'
}
