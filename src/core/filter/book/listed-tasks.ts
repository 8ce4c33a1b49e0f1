import { fault, isJsonObject, type Json } from '#record'
import { csvRecords } from './csv-records.ts'

/** One entry of a list, as it stands there. */
export interface ListedTask {
  id: string
  repo: string | null
  /** For people: `line 12`, `entry 3`. */
  where: string
}

/**
 * The entries of a list file, read by its ending.
 *
 * @throws FaultError `bad-input` for JSON that is none, or without the field `instance_id`
 */
export function listedTasks(text: string, fileName: string): ListedTask[] {
  const plain = text.replace(/^\ufeff/, '')
  if (/\.jsonl$/i.test(fileName)) return jsonLines(plain, fileName)
  if (/\.json$/i.test(fileName)) return jsonEntries(parsed(plain, fileName, 'the file'), fileName)
  if (/\.csv$/i.test(fileName)) return csvEntries(plain, fileName)
  return plain.split('\n').flatMap((line, at) => {
    // Behind white space, for an id may hold the sign itself: owner/name#123.
    const id = line.replace(/(?:^|\s)#.*$/, '').trim()
    return id === '' ? [] : [{ id, repo: null, where: `line ${at + 1}` }]
  })
}

function jsonLines(text: string, fileName: string): ListedTask[] {
  return text.split('\n').flatMap((line, at) => {
    const where = `line ${at + 1}`
    return line.trim() === '' ? [] : [entryOf(parsed(line, fileName, where), fileName, where)]
  })
}

function jsonEntries(value: Json, fileName: string): ListedTask[] {
  if (!Array.isArray(value)) throw unreadable(fileName, 'the file', 'is not a list')
  return value.map((one, at) => entryOf(one, fileName, `entry ${at + 1}`))
}

function entryOf(value: Json, fileName: string, where: string): ListedTask {
  const fields = typeof value === 'string' ? { instance_id: value } : isJsonObject(value) ? value : {}
  const { instance_id: id, repo = null } = fields
  if (typeof id !== 'string') throw unreadable(fileName, where, 'has no text in instance_id')
  return { id: id.trim(), repo: typeof repo === 'string' ? repo : null, where }
}

function csvEntries(text: string, fileName: string): ListedTask[] {
  const [head = [], ...records] = csvRecords(text)
  const idAt = head.indexOf('instance_id')
  const repoAt = head.indexOf('repo')
  if (idAt < 0) throw unreadable(fileName, 'line 1', 'has no column instance_id')
  return records.map((cells, at) => ({ id: (cells[idAt] ?? '').trim(), repo: cells[repoAt] || null, where: `record ${at + 1}` }))
}

function parsed(text: string, fileName: string, where: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    throw unreadable(fileName, where, 'is not JSON')
  }
}

function unreadable(fileName: string, where: string, why: string) {
  return fault('bad-input', `${fileName}: ${where} ${why}. A list is lines of instance ids, or .json, .jsonl or .csv with instance_id.`, {
    culprit: fileName,
    remedy: 'Correct the file, or name it .txt and put one id on a line.',
  })
}
