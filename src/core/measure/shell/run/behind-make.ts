import { resolvePath } from '../resolve-path.ts'
import type { SimpleCommand } from '../simple-command.ts'
import type { Behind } from './behind.ts'
import { fileOf, type ShellSession } from './session.ts'
import { UNKNOWN } from './unknown.ts'

/** Rules of one file that are looked at. */
const MAX_RULES = 200

interface Rule {
  needs: string[]
  recipe: string[]
}

/** The recipes `make` runs for its targets, of a makefile the run wrote; null for any other. */
export function behindMake({ args }: SimpleCommand, session: ShellSession): Behind | null {
  const folder = resolvePath(session.folder, optionIn(args, '-C') ?? '.')
  const named = optionIn(args, '-f')
  const names = named === undefined ? ['GNUmakefile', 'makefile', 'Makefile'] : [named]
  const text = names.map((name) => fileOf(session, resolvePath(folder, name))).find((found) => found !== undefined)
  if (text === undefined) return null
  const { rules, variables } = readRules(text)
  const targets = args.filter((word, at) => !/^-|=/.test(word) && !/^-[CfjoW]$/.test(args[at - 1] ?? ''))
  const lines = recipesOf(targets.length > 0 ? targets : [...rules.keys()].filter((name) => !name.startsWith('.')).slice(0, 1), rules)
  const script = lines.map((line) => expanded(line.replace(/^[@+-]{1,3}/, ''), variables)).join('\n')
  return script === '' ? null : { kind: 'script', script, positional: [], input: null }
}

function optionIn(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option)
  return at === -1 ? undefined : args[at + 1]
}

function readRules(text: string): { rules: Map<string, Rule>; variables: Map<string, string> } {
  const rules = new Map<string, Rule>()
  const variables = new Map<string, string>()
  let open: Rule[] = []
  for (const line of text.replaceAll('\\\n', ' ').split('\n')) {
    const [, name = '', value = ''] = /^([\w.-]{1,100})[ \t]{0,20}[:?+!]{0,2}=(.{0,2000})$/.exec(line) ?? []
    const [, targets = '', needs = '', first = ''] = /^([^\s:#=][^:#=]{0,200})::?(?!=)([^;]{0,500})(?:;(.{0,2000}))?$/.exec(line) ?? []
    if (line.startsWith('\t')) for (const rule of open) rule.recipe.push(line.trim())
    else if (name !== '') variables.set(name, value.trim())
    else if (targets !== '' && rules.size < MAX_RULES) {
      open = targets
        .trim()
        .split(/\s+/)
        .map((target) => ruleOf(target, rules))
      for (const rule of open) {
        rule.needs.push(...needs.trim().split(/\s+/))
        if (first !== '') rule.recipe.push(first.trim())
      }
    }
  }
  return { rules, variables }
}

function ruleOf(target: string, rules: Map<string, Rule>): Rule {
  const rule = rules.get(target) ?? { needs: [], recipe: [] }
  rules.set(target, rule)
  return rule
}

/** Recipes of targets, those of what they need first; each once. */
function recipesOf(targets: readonly string[], rules: ReadonlyMap<string, Rule>): string[] {
  const left = [...targets].reverse()
  const seen = new Set<string>()
  const recipes: string[][] = []
  for (let target = left.pop(); target !== undefined; target = left.pop()) {
    const rule = rules.get(target)
    if (rule === undefined || seen.has(target)) continue
    seen.add(target)
    recipes.unshift(rule.recipe)
    left.push(...rule.needs)
  }
  return recipes.flat()
}

/** `$(NAME)` of the file itself and `$$`, which is the shell's own `$`. */
function expanded(line: string, variables: ReadonlyMap<string, string>): string {
  return line.replace(/\$(?:\$|\((\w{1,100})\)|\{(\w{1,100})\})/g, (all, round?: string, curly?: string) => {
    const name = round ?? curly
    return all === '$$' ? '$' : (variables.get(name ?? '') ?? UNKNOWN)
  })
}
