import { isJsonObject, type Json, type JsonObject } from '#record'
import type { Measure } from '../types.ts'

/** When the task of a row came to be, as the row says. */
export const taskTime: Measure = {
  id: 'task_time',
  version: 1,
  label: 'Task time',
  unit: '',
  type: 'text',
  group: 'row',
  help: 'When the task was made, ISO 8601 in UTC: created_at of the row, of its metadata or of the instance it has; empty where none says so. When the run was made is not it.',
  compute({ example: { extra, metadata } }) {
    const places = [extra, metadata, objectOf(extra.instance), objectOf(metadata.instance)]
    return places.map(({ created_at: at }) => isoOf(at)).find((time) => time !== null) ?? null
  },
}

function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {}
}

/** Dates as SWE-bench and what is made like it write them: `2022-03-03T15:14:54Z`, a day alone, or a number of seconds or milliseconds since 1970. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|UTC|[+-]\d{2}:?\d{2})?)?$/

/** Below it a number counts seconds: in milliseconds it would be of April 1973. */
const FIRST_IN_MS = 1e11

function isoOf(value: Json | undefined): string | null {
  const time =
    typeof value === 'number' ? value * (value < FIRST_IN_MS ? 1000 : 1) : typeof value === 'string' ? msOf(value.trim()) : Number.NaN
  return time > 0 && time < FAR_AWAY ? `${new Date(time).toISOString().slice(0, 19)}Z` : null
}

/** The year 3000: what is behind it is no date. */
const FAR_AWAY = 32_503_680_000_000

/** Without a zone it is UTC, so that no machine reads it otherwise. */
function msOf(text: string): number {
  if (!DATE.test(text)) return Number.NaN
  const iso = text.replace(' ', 'T').replace('UTC', 'Z')
  return Date.parse(/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(iso) || !iso.includes('T') ? iso : `${iso}Z`)
}
