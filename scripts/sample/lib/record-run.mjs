import { Checkout } from './checkout.mjs'
import { minisweagent } from './harness/minisweagent.mjs'
import { openhands } from './harness/openhands.mjs'
import { sweagent } from './harness/sweagent.mjs'
import { seededCallId, seededUuid } from './ids.mjs'
import { PROMPTS } from './prompts.mjs'
import { Shell } from './shell.mjs'
import { TOOLS } from './tools.mjs'

/**
 * @typedef {{ name: string, arguments: Record<string, unknown> }} PlannedCall
 * @typedef {{ calls: PlannedCall[], results: string[], content?: string, reply?: string }} Performed
 *
 * @typedef {object} Harness
 * @property {(repo: string) => string} cwd where its shell starts
 * @property {boolean} talksWithoutReasoning false: a thinking agent's only words on a step go to the reasoning, and content stays empty
 * @property {(checkout: Checkout, action: import('./read-steps.mjs').Action, agent: string) => Performed} perform
 *
 * @typedef {{ role: string, content: string, reasoning_content: string | null,
 *   tool_calls: { function: { arguments: string, name: string }, id: string, type: string }[] | null }} Message
 *
 * @typedef {{ instance_id: string, repo: string, license: string, language: string, trajectory_id: string, messages: Message[], tools: string[],
 *   resolved: number, metadata: { category: string, teacher_model: object, reference_patch: { patch: string }, model_patch: { patch: string },
 *   git_hack_attempted?: boolean }, hf_dataset_name: string }} Row
 */

/** @type {Record<string, Harness>} */
const HARNESSES = { openhands, sweagent, minisweagent }

/** @param {string} role @param {string} content @returns {Message} */
const plain = (role, content) => ({ role, content, reasoning_content: null, tool_calls: null })

/** Where a step's words go.
 * @param {import('./read-steps.mjs').Step} step @param {boolean} thinks @param {Harness} harness */
function wordsOf(step, thinks, harness) {
  if (!thinks) return { content: step.thought, reasoning: null }
  if (step.reasoning !== '') return { content: step.thought, reasoning: step.reasoning }
  return harness.talksWithoutReasoning ? { content: step.thought, reasoning: '' } : { content: '', reasoning: step.thought }
}

/** Puts the real commit into a command that was written before there was one.
 * @param {import('./read-steps.mjs').Action} action @param {Checkout} checkout */
function withCommits(action, checkout) {
  if (action.kind !== 'shell') return action
  return { ...action, command: action.command.replaceAll('{future}', checkout.future).replaceAll('{base}', checkout.base.slice(0, 7)) }
}

/** @param {import('./read-task.mjs').Run} run @param {string} key @param {Checkout} checkout */
function play(run, key, checkout) {
  const harness = HARNESSES[run.harness]
  if (!harness) throw new Error(`no harness ${run.harness}`)
  checkout.shell = new Shell(checkout.root, harness.cwd(checkout.repo.name))
  /** @type {Message[]} */
  const messages = []
  for (const step of run.steps) {
    const done = harness.perform(checkout, withCommits(step.action, checkout), run.agent)
    const { content, reasoning } = wordsOf(step, run.effort !== null, harness)
    const calls = done.calls.map((call, index) => ({
      function: { arguments: JSON.stringify(call.arguments), name: call.name },
      id: seededCallId(`${key}/${messages.length}/${index}`),
      type: 'function',
    }))
    const text = [content, done.content].filter(Boolean).join('\n\n')
    messages.push({ role: 'assistant', content: text, reasoning_content: reasoning, tool_calls: calls.length > 0 ? calls : null })
    messages.push(...done.results.map((result) => plain('tool', result)))
    if (done.reply) messages.push(plain('user', done.reply))
  }
  return messages
}

/** The reference patch, and proof that the task is one: its tests fail before the fix and pass after it.
 * @param {import('./read-repo.mjs').Repo} repo @param {import('./read-task.mjs').Task} task */
export function proveTask(repo, task) {
  const checkout = new Checkout(repo)
  checkout.shell.must(repo.test)
  if (checkout.judge(task).code === 0) throw new Error(`${task.instance}: its hidden tests pass before the fix`)
  checkout.shell.must(`git reset -q --hard ${checkout.base} && git clean -fdq`)
  checkout.apply(task.fix)
  const patch = checkout.diff()
  const { code, output } = checkout.judge(task)
  if (code !== 0) throw new Error(`${task.instance}: its hidden tests fail after the fix\n${output}`)
  checkout.remove()
  return patch
}

/**
 * Plays one scripted run for real and returns its row.
 * @param {import('./read-repo.mjs').Repo} repo @param {import('./read-task.mjs').Task} task
 * @param {import('./read-task.mjs').Run} run @param {string} key names the run for seeding @param {string} referencePatch
 */
export function recordRun(repo, task, run, key, referencePatch) {
  const checkout = new Checkout(repo)
  if (task.leak) checkout.leakFuture(task)
  const prompt = PROMPTS[run.harness]
  const dir = `/workspace/${repo.name}`
  const messages = [plain('system', prompt?.system ?? ''), plain('user', prompt?.task(dir, repo.language, task.issue) ?? '')]
  messages.push(...play(run, key, checkout))
  const patch = checkout.diff()
  const isSolved = checkout.judge(task).code === 0
  checkout.remove()
  return {
    isSolved,
    /** @type {Row} */
    row: {
      instance_id: task.instance,
      repo: repo.slug,
      license: repo.license,
      language: repo.language,
      trajectory_id: seededUuid(key),
      messages,
      tools: TOOLS[run.harness] ?? [],
      resolved: run.labelled ? Number(isSolved) : -1,
      metadata: {
        category: task.category,
        teacher_model: { name: `scripted-agent-${run.agent}`, enable_thinking: run.effort !== null, reasoning_effort: run.effort },
        reference_patch: { patch: referencePatch },
        model_patch: { patch },
        ...(run.release === 'v1.1' ? { git_hack_attempted: run.kinds.includes('peek') } : {}),
      },
      hf_dataset_name: `winnow-sample/small-fixes-${run.release === 'v1.0' ? 1 : 2}`,
    },
  }
}
