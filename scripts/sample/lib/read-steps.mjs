/**
 * @typedef {{ kind: 'shell', command: string, also: string[] }
 *   | { kind: 'view', path: string, range: [number, number] | null }
 *   | { kind: 'edit', path: string, before: string, after: string }
 *   | { kind: 'create', path: string, text: string }
 *   | { kind: 'think', text: string }
 *   | { kind: 'say', text: string }
 *   | { kind: 'done', text: string }} Action
 * @typedef {{ thought: string, reasoning: string, action: Action }} Step
 * @typedef {{ agent: string, parts: Map<string, string[]> }} StepContext
 */

/** Takes lines up to (and past) the line that equals `end`.
 * @param {string[]} lines @param {string} end */
function takeBlock(lines, end) {
  const at = lines.indexOf(end)
  if (at < 0) throw new Error(`no closing "${end}" after: ${lines.slice(0, 3).join(' / ')}`)
  const taken = lines.splice(0, at + 1)
  return taken.slice(0, -1).join('\n')
}

/** @param {string[]} lines */
function openBlock(lines) {
  const first = lines.shift()
  if (first !== '<<<<') throw new Error(`expected <<<<, found ${first}`)
}

/** @type {Record<string, (rest: string, lines: string[]) => Action>} */
const ACTIONS = {
  $: (rest, lines) => {
    const also = []
    while (lines[0]?.startsWith('& ')) also.push((lines.shift() ?? '').slice(2))
    return { kind: 'shell', command: rest, also }
  },
  $$: (_rest, lines) => ({ kind: 'shell', command: takeBlock(lines, '$$'), also: [] }),
  view: (rest) => {
    const [path = '', from, to] = rest.split(' ')
    return { kind: 'view', path, range: from && to ? [Number(from), Number(to)] : null }
  },
  edit: (rest, lines) => {
    openBlock(lines)
    return { kind: 'edit', path: rest, before: takeBlock(lines, '===='), after: takeBlock(lines, '>>>>') }
  },
  create: (rest, lines) => {
    openBlock(lines)
    return { kind: 'create', path: rest, text: `${takeBlock(lines, '>>>>')}\n` }
  },
  think: (rest) => ({ kind: 'think', text: rest }),
  say: (rest) => ({ kind: 'say', text: rest }),
  done: (rest) => ({ kind: 'done', text: rest.replaceAll(' | ', '\n') }),
}

/** What a line says to the agent at work: `a>` and `b>` are heard by that agent alone.
 * @param {string} line @param {string} mark @param {string} agent */
function heard(line, mark, agent) {
  const found = new RegExp(`^([a-z]?)\\${mark}(?: (.*))?$`).exec(line)
  if (!found) return null
  return found[1] === '' || found[1] === agent ? (found[2] ?? '') : undefined
}

/** Words in front of `use` belong to the first step of the part.
 * @param {{ thought: string[], reasoning: string[] }} words @param {Step[]} steps
 * @returns {Step[]} */
function withWordsBefore({ thought, reasoning }, [first, ...rest]) {
  if (!first) return []
  /** @param {string[]} before @param {string} own */
  const join = (before, own) => [...before, own].filter(Boolean).join('\n')
  return [{ ...first, thought: join(thought, first.thought), reasoning: join(reasoning, first.reasoning) }, ...rest]
}

/**
 * Reads the step language of the task files (see README.md) for one agent.
 * @param {string[]} source @param {StepContext} context
 * @returns {Step[]}
 */
export function readSteps(source, context) {
  const lines = [...source]
  /** @type {Step[]} */
  const steps = []
  /** @type {{ thought: string[], reasoning: string[] }} */
  let words = { thought: [], reasoning: [] }
  while (lines.length > 0) {
    const line = lines.shift() ?? ''
    const thought = heard(line, '>', context.agent)
    const reasoning = heard(line, '?', context.agent)
    if (typeof thought === 'string') words.thought.push(thought)
    else if (typeof reasoning === 'string') words.reasoning.push(reasoning)
    else if (thought === undefined || reasoning === undefined || line.trim() === '') continue
    else {
      const [verb = '', ...rest] = line.split(' ')
      if (verb === 'use') {
        const part = context.parts.get(rest.join(' '))
        if (!part) throw new Error(`no part "${rest.join(' ')}"`)
        steps.push(...withWordsBefore(words, readSteps(part, context)))
        words = { thought: [], reasoning: [] }
        continue
      }
      const action = ACTIONS[verb]?.(rest.join(' '), lines)
      if (!action) throw new Error(`cannot read: ${line}`)
      steps.push({ thought: words.thought.join('\n'), reasoning: words.reasoning.join('\n'), action })
      words = { thought: [], reasoning: [] }
    }
  }
  return steps
}
