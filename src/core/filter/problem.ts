import type { z } from 'zod'
import { type FaultError, fault } from '#record'
import { didYouMean } from './nearest.ts'
import type { ParsedFile } from './parse-yaml-file.ts'

/** One thing wrong, with its place in the document. */
export interface Problem {
  path: PropertyKey[]
  /** Set when the key itself is wrong, not its value. */
  key?: string
  text: string
}

/** Whose fields an object has, for keys nobody knows and for messages. */
export interface Fields {
  owner: string
  allowed: readonly string[]
  /** The owner is the file: its fields are named without it. */
  isFile?: true
}

/** Zod's issues as problems in words. */
export function problemsOf(error: Pick<z.ZodError, 'issues'>, base: PropertyKey[], fields: Fields): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = [...base, ...issue.path]
    if (issue.code === 'unrecognized_keys') {
      const allowed = fields.allowed.join(', ')
      return issue.keys.map((key) => {
        const near = didYouMean(key, fields.allowed)
        return { path, key, text: `${fields.owner} has no field "${key}"; ${near === null ? 'it' : `${near} It`} takes ${allowed}` }
      })
    }
    return [{ path, text: subject(issue.path, fields) + issue.message }]
  })
}

/** The field at fault, in front of its message; nothing when the message is about a whole step, or says so itself. */
function subject(path: PropertyKey[], { owner, isFile }: Fields): string {
  const field = path.findLast((part) => typeof part === 'string')
  if (field === undefined || field === 'rule' || (field === 'steps' && path.length > 1)) return ''
  return isFile ? `"${field}" ` : `"${field}" of ${owner} `
}

/** Problems told at once; the rest are counted. */
const TOLD = 10

/** Everything wrong with a file as one Fault, by line. */
export function invalidFile(file: Pick<ParsedFile, 'name' | 'lineOf'>, problems: readonly Problem[], remedy: string): FaultError {
  const lines = problems.map((problem) => ({ line: file.lineOf(problem), text: problem.text })).sort((a, b) => a.line - b.line)
  const told = lines.slice(0, TOLD).map(({ line, text }) => `${file.name}, line ${line}: ${text.replace(/\.$/, '')}.`)
  if (lines.length > TOLD) told.push(`${lines.length - TOLD} more.`)
  return fault('recipe-invalid', told.join('\n'), { culprit: `${file.name}:${lines[0]?.line ?? 1}`, remedy })
}
