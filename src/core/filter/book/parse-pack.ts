import { basename } from 'node:path'
import type { FaultError } from '#record'
import { type ParsedFile, parseYamlFile } from '../parse-yaml-file.ts'
import { type Fields, invalidFile, type Problem, problemsOf } from '../problem.ts'
import type { Rule } from '../types.ts'
import { checkRule, type KnownCheck } from './check-rule.ts'
import { actionOf, makeRule } from './make-rule.ts'
import { CHOOSE_FIELDS, PACK_FIELDS, PARAMETER_FIELDS, packSchema, RULE_FIELDS, ruleSchema, SHARE_FIELDS } from './pack-schema.ts'
import type { BookOf } from './values-of.ts'

const REMEDY = 'Correct the file; docs/rules.md says how a rule pack is written.'

/** A rule pack's file. */
export interface PackFile {
  name: string
  text: string
  isBundled: boolean
}

/** What rules are checked against. */
export interface PackSurroundings {
  book: BookOf
  checks: readonly KnownCheck[]
  /** Ids that are taken, each with the pack that has it. */
  taken: ReadonlyMap<string, string>
}

/** What a pack gives: the rules that hold together, and what is wrong with the others. */
export interface ReadPack {
  rules: Rule[]
  fault: FaultError | null
}

/**
 * Reads a rule pack. A wrong rule costs no other; a file that is no pack costs all of its rules.
 *
 * @throws FaultError `recipe-invalid` with line, culprit and allowed values when the file is no pack at all
 */
export function parsePack(pack: PackFile, surroundings: PackSurroundings): ReadPack {
  const file = parseYamlFile(pack.text, pack.name, { what: 'a rule pack', remedy: REMEDY })
  const outer = packSchema.safeParse(file.value)
  if (!outer.success)
    throw invalidFile(file, problemsOf(outer.error, [], { owner: 'a rule pack', allowed: PACK_FIELDS, isFile: true }), REMEDY)
  const name = outer.data.name ?? basename(pack.name).replace(/\.ya?ml$/i, '')
  const problems: Problem[] = []
  const taken = new Map(surroundings.taken)
  const rules = outer.data.rules.flatMap((written, index) => {
    const read = readRule(written, ['rules', index], { pack: name, isBundled: pack.isBundled }, { ...surroundings, taken })
    if (Array.isArray(read)) {
      problems.push(...read)
      return []
    }
    taken.set(read.id, name)
    return [read]
  })
  return { rules, fault: faultOf(file, problems) }
}

function faultOf(file: ParsedFile, problems: Problem[]): FaultError | null {
  return problems.length === 0 ? null : invalidFile(file, problems, REMEDY)
}

function readRule(
  value: unknown,
  path: PropertyKey[],
  place: { pack: string; isBundled: boolean },
  { book, checks, taken }: PackSurroundings,
): Rule | Problem[] {
  const written = ruleSchema.safeParse(value)
  if (!written.success) return formProblems(written.error, path, value)
  const { id } = written.data
  const holder = taken.get(id)
  if (holder !== undefined)
    return [{ path: [...path, 'id'], text: `there is a rule "${id}" already, in the pack ${holder}; give yours another id` }]
  const action = actionOf(written.data)
  if (!action) return [{ path, text: `${id} must have exactly one of drop, choose, share` }]
  const rule = makeRule(written.data, action, place, book)
  const problems = checkRule(rule, path, book, checks)
  return problems.length === 0 ? rule : problems
}

function formProblems(error: Parameters<typeof problemsOf>[0], path: PropertyKey[], value: unknown): Problem[] {
  const id = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : 'a rule'
  return error.issues.flatMap((issue) => problemsOf({ issues: [issue] }, path, fieldsAt(issue.path, id)))
}

/** Whose fields stand at a place in a rule. */
function fieldsAt([part, name]: PropertyKey[], id: string): Fields {
  if (part === 'parameters' && name !== undefined) return { owner: `parameter "${String(name)}" of ${id}`, allowed: PARAMETER_FIELDS }
  if (part === 'choose') return { owner: `"choose" of ${id}`, allowed: CHOOSE_FIELDS }
  if (part === 'share') return { owner: `"share" of ${id}`, allowed: SHARE_FIELDS }
  return { owner: id, allowed: RULE_FIELDS }
}
