import { createReadStream } from 'node:fs'
import type { z } from 'zod'
import type { leavingSecret } from '#contract'
import { SECRET_KINDS } from '#measure'
import { type Fault, fault, isJsonObject, type Json } from '#record'
import { type PushFile, splitLines } from '#source'
import { type InspectedFile, type InspectTools, inspectFile } from './inspect-file.ts'
import { type ExportFolder, ROW_INDEX } from './read-export.ts'

/** A secret as people are told of it. */
type LeavingSecret = z.infer<typeof leavingSecret>

/** An export whose every file was read. */
export interface Inspected {
  files: PushFile[]
  secrets: LeavingSecret[]
  /** Further ones. */
  moreSecrets: number
  /** What no flag lets through: files that are not the manifest's, the token of this machine. */
  refusals: Fault[]
}

/** How far the look is, in bytes. */
export interface InspectProgress {
  done: number
  total: number
  file: string
}

const MOST_LISTED = 200
/** A line of the index is a few hundred bytes. */
const LONGEST_INDEX_LINE = 1_000_000

/** Reads every file of an export: are they what the manifest says, and what in them must not leave? @throws as `inspectFile` */
export async function* inspectExport(
  folder: ExportFolder,
  tools: Omit<InspectTools, 'onBytes'>,
): AsyncGenerator<InspectProgress, Inspected> {
  const total = folder.files.reduce((sum, { bytes }) => sum + bytes, 0)
  const inspected: InspectedFile[] = []
  const refusals: Fault[] = []
  let done = 0
  for (const listed of folder.files) {
    const onBytes = (bytes: number) => {
      done += bytes
    }
    let isLooking = true
    const look = inspectFile(listed, { ...tools, onBytes }).finally(() => {
      isLooking = false
    })
    // Who stops listening does not wait for it.
    look.catch(() => undefined)
    yield { done, total, file: listed.path }
    while (isLooking) {
      await Promise.race([look.catch(() => undefined), later()])
      yield { done, total, file: listed.path }
    }
    const result = await look
    if ('file' in result) inspected.push(result)
    else refusals.push(result)
  }
  const { secrets, moreSecrets, owned } = await tellSecrets(inspected, folder)
  return { files: inspected.map(({ file }) => file), secrets, moreSecrets, refusals: [...refusals, ...owned] }
}

/** Often enough for the eye. */
const TELL_EVERY_MS = 200

async function later(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, TELL_EVERY_MS))
}

async function tellSecrets(inspected: readonly InspectedFile[], folder: ExportFolder) {
  const lines = inspected.flatMap(({ file, found }) => found.map((one) => ({ file: file.path, ...one })))
  const all = lines.flatMap(({ file, line, secrets }) => secrets.map((secret) => ({ file, line, ...secret })))
  const listed = all.slice(0, MOST_LISTED)
  const owned = lines.filter(({ hasOwn }) => hasOwn)
  const ids = await idsOf(folder, [...listed, ...owned])
  const secrets = listed.map(({ file, line, kind, certainty }) => {
    return { file, line, exampleId: ids.get(`${file}:${line}`) ?? null, what: SECRET_KINDS[kind], certainty }
  })
  return { secrets, moreSecrets: all.length - listed.length, owned: owned.slice(0, MOST_LISTED).map(ownToken) }
}

function ownToken({ file, line }: { file: string; line: number }): Fault {
  return fault('forbidden', `Line ${line} of ${file} holds the token of the Hub that this machine uses itself.`, {
    culprit: file,
    remedy: 'Revoke that token, for it is in the data already; then redact it and export again. No flag lets it through.',
  }).fault
}

/** Which examples these lines are, by `FILE:LINE`, as far as the export's index tells. */
async function idsOf(folder: ExportFolder, wanted: readonly { file: string; line: number }[]): Promise<Map<string, string>> {
  const places = new Set(wanted.map(({ file, line }) => `${file}:${line}`))
  const ids = new Map<string, string>()
  const index = folder.files.find(({ path }) => path === ROW_INDEX)
  if (!index || places.size === 0) return ids
  for await (const { bytes } of splitLines(createReadStream(index.from), LONGEST_INDEX_LINE)) {
    const row = bytes && parsed(bytes.toString())
    if (!isJsonObject(row)) continue
    const place = `${row.file}:${row.line}`
    const [id] = Array.isArray(row.ids) ? row.ids : []
    if (places.has(place) && typeof id === 'string') ids.set(place, id)
  }
  return ids
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}
