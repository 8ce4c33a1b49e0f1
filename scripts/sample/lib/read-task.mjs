import { readFileSync } from 'node:fs'
import { readSteps } from './read-steps.mjs'
import { readTxtar } from './txtar.mjs'

/**
 * @typedef {object} Run
 * @property {'openhands' | 'sweagent' | 'minisweagent'} harness
 * @property {'a' | 'b'} agent
 * @property {'v1.0' | 'v1.1'} release
 * @property {string | null} effort reasoning effort; null runs without thinking
 * @property {boolean} labelled false leaves `resolved` at -1
 * @property {string[]} kinds what the run is there to exhibit; the builder checks those it can
 * @property {import('./read-steps.mjs').Step[]} steps
 *
 * @typedef {object} Task
 * @property {string} instance
 * @property {string} repo
 * @property {string} category
 * @property {boolean} leak true leaves the commit with the fix reachable in the checkout
 * @property {string} fixTitle
 * @property {string} issue
 * @property {Map<string, string>} hidden tests that decide the label
 * @property {import('./read-steps.mjs').Step[]} fix edits of the reference patch
 * @property {Run[]} runs
 */

/** @param {string} header @param {string[]} lines @param {Map<string, string[]>} parts @returns {Run} */
function readRun(header, lines, parts) {
  const [harness = '', agent = '', release = '', ...options] = header.split(' ')
  /** @param {string} key */
  const option = (key) => options.find((word) => word.startsWith(`${key}:`))?.slice(key.length + 1)
  return {
    harness: /** @type {Run['harness']} */ (harness),
    agent: /** @type {Run['agent']} */ (agent),
    release: /** @type {Run['release']} */ (release),
    effort: option('think') ?? null,
    labelled: option('label') !== 'unknown',
    kinds: (option('kinds') ?? '').split(',').filter(Boolean),
    steps: readSteps(lines, { agent, parts }),
  }
}

/**
 * Reads `tasks/<instance>.task`: `key: value` lines, then sections that begin with `=== name`.
 * @param {string} path
 * @returns {Task}
 */
export function readTask(path) {
  const [head = '', ...sections] = readFileSync(path, 'utf8').split(/^=== /m)
  const value = Object.fromEntries([...head.matchAll(/^(\w+): (.*)$/gm)].map((found) => [found[1], found[2]]))
  const named = sections.map((section) => {
    const at = section.indexOf('\n')
    return { name: section.slice(0, at), body: section.slice(at + 1) }
  })
  /** @param {string} name */
  const body = (name) => named.find((section) => section.name === name)?.body ?? ''
  const parts = new Map(named.filter((s) => s.name.startsWith('part ')).map((s) => [s.name.slice(5), s.body.split('\n')]))
  return {
    instance: value.instance ?? '',
    repo: value.repo ?? '',
    category: value.category ?? 'bug-fix',
    leak: value.leak === 'yes',
    fixTitle: value.fixTitle ?? 'Fix it',
    issue: body('issue').trim(),
    hidden: readTxtar(body('hidden')).files,
    fix: readSteps(body('fix').split('\n'), { agent: 'a', parts }),
    runs: named.filter((s) => s.name.startsWith('run ')).map((s) => readRun(s.name.slice(4), s.body.split('\n'), parts)),
  }
}
