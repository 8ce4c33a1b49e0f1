import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type BenchmarkList, createRuleBook, type PackFile, parseBenchmarkList, type RuleBook, type RuleColumn } from '#filter'
import { CHECKS, MEASURE_INFO } from '#measure'
import { type Fault, fault, toFault } from '#record'
import { INDEX_COLUMNS } from '#store'
import type { Desk } from './desk.ts'

/** Folders of packs and lists, under `resources` and in a workspace. */
const PACKS = 'rules'
const LISTS = 'benchmarks'
const PACK_NAME = /\.ya?ml$/i
const LIST_NAME = /\.(?:txt|jsonl?|csv)$/i

/** More is no list anybody made. */
const MAX_BYTES = 20_000_000

/** A verdict must not hang on verdicts or decisions: these columns, and all that say what people decided, are for people's conditions alone. */
const NOT_FOR_RULES = ['verdict', 'is_measured']

/** Which examples are duplicates of one another: an answer that hangs on the others. */
const GROUPS = ['issue_group', 'patch_group']

const INDEXED = INDEX_COLUMNS.filter(({ id, isJoined }) => !isJoined && ![...NOT_FOR_RULES, ...GROUPS].includes(id))
const taken = new Set(INDEX_COLUMNS.map(({ id }) => id))

/** What rules choose by and conditions cannot read. */
export const GROUP_COLUMNS: readonly RuleColumn[] = INDEX_COLUMNS.filter(({ id }) => GROUPS.includes(id))

/** What rules may name: the index's columns and every measure that is not called like one of them. */
export const RULE_COLUMNS: readonly RuleColumn[] = [
  ...INDEXED,
  ...MEASURE_INFO.filter(({ id }) => !taken.has(id)).map(({ id, type, unit, check }) => ({ id, type, unit, check })),
]

interface Folders {
  resourcesDir: string
  workspacePath: string
}

/** The book of the workspace that is open; see {@link loadRuleBook}. */
export function ruleBookOf({ options, session }: Pick<Desk, 'options' | 'session'>): Promise<RuleBook> {
  return loadRuleBook({ resourcesDir: options.resourcesDir, workspacePath: session.workspace.path })
}

/**
 * The rules a recipe may use: those that ship, then those of the workspace's folder `rules`; and the lists of benchmark tasks, from `resources` and the
 * workspace's folder `benchmarks`. The files are read each time, for people edit them while the workspace is open. What cannot be read is told among
 * the book's faults and stops nothing else.
 */
export async function loadRuleBook({ resourcesDir, workspacePath }: Folders): Promise<RuleBook> {
  const faults: Fault[] = []
  const places = [
    { folder: resourcesDir, isBundled: true },
    { folder: workspacePath, isBundled: false },
  ]
  const packs: PackFile[] = []
  const listed: TextFile[] = []
  for (const { folder, isBundled } of places) {
    for (const { name, text } of await readTexts(folder, PACKS, PACK_NAME, faults)) packs.push({ name, text, isBundled })
    listed.push(...(await readTexts(folder, LISTS, LIST_NAME, faults)))
  }
  const files = JSON.stringify([packs, listed, faults])
  if (last?.files !== files) last = { files, book: makeBook(packs, listed, faults) }
  return last.book
}

/** The book made last: a draft is previewed with every key a person presses, and files change seldom. */
let last: { files: string; book: RuleBook } | null = null

function makeBook(packs: PackFile[], listed: TextFile[], unread: readonly Fault[]): RuleBook {
  const faults = [...unread]
  const lists = new Map<string, BenchmarkList>()
  for (const file of listed) putList(lists, file, faults)
  return createRuleBook({ packs, columns: RULE_COLUMNS, groups: GROUP_COLUMNS, checks: CHECKS, lists: [...lists.values()], faults })
}

/** The rule packs and benchmark lists of a workspace's own, called by their names in its folders. What cannot be read is left out. */
export async function ownFiles(workspacePath: string): Promise<{ packs: TextFile[]; lists: TextFile[] }> {
  return { packs: await readTexts(workspacePath, PACKS, PACK_NAME, []), lists: await readTexts(workspacePath, LISTS, LIST_NAME, []) }
}

function putList(lists: Map<string, BenchmarkList>, { name, text }: TextFile, faults: Fault[]): void {
  try {
    const list = parseBenchmarkList(text, name)
    if (lists.has(list.name))
      throw fault('bad-input', `${name}: there is a list "${list.name}" already; give yours another name.`, { culprit: name })
    lists.set(list.name, list)
  } catch (error) {
    faults.push(toFault(error, name))
  }
}

/** A file people wrote. */
export interface TextFile {
  /** With its folder: `rules/mine.yaml`. */
  name: string
  text: string
}

/** The files of a folder, by name, called by their path from `place`; of a folder that is not there, none. */
async function readTexts(place: string, folder: string, names: RegExp, faults: Fault[]): Promise<TextFile[]> {
  const files: TextFile[] = []
  for (const name of await namesIn(join(place, folder), faults)) {
    if (!names.test(name)) continue
    try {
      files.push({ name: `${folder}/${name}`, text: await readSmall(join(place, folder, name)) })
    } catch (error) {
      faults.push(toFault(error, `${folder}/${name}`))
    }
  }
  return files
}

async function namesIn(folder: string, faults: Fault[]): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') faults.push(toFault(error, folder))
    return []
  }
}

async function readSmall(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > MAX_BYTES)
    throw fault('bad-input', `${path} has ${size.toLocaleString('en-US')} bytes; at most 20,000,000 are read.`, { culprit: path })
  return await readFile(path, 'utf8')
}
