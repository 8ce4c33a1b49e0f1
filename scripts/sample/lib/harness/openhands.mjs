import { runEditor } from '../editor.mjs'

const LONGEST = 30_000
const CUT = '\n[... Observation truncated due to length ...]\n'
const PLEASE_GO_ON = `Please continue working on the task on whatever approach you think is suitable.
If you think you have solved the task, please finish the interaction.
IMPORTANT: YOU SHOULD NEVER ASK FOR HUMAN HELP.`

/** @param {string} text */
function clip(text) {
  return text.length <= LONGEST ? text : text.slice(0, LONGEST / 2) + CUT + text.slice(-LONGEST / 2)
}

/** @param {import('../checkout.mjs').Checkout} checkout @param {string} agent @param {string} command */
function execute(checkout, agent, command) {
  const home = `/workspace/${checkout.repo.name}`
  const isThere = checkout.shell.cwd === home
  const typed = agent === 'a' || !isThere ? `cd ${home} && ${command}` : command
  const { code, output } = checkout.shell.run(typed)
  const body = clip(output.replace(/\n$/, ''))
  const footer = `[The command completed with exit code ${code}.]\n[Current working directory: ${checkout.shell.cwd}]\n[Command finished with exit code ${code}]`
  return { calls: [{ name: 'execute_bash', arguments: { command: typed } }], results: [body === '' ? footer : `${body}\n${footer}`] }
}

/**
 * OpenHands: one call a turn, raw text with footers, `finish` without an answer, an automatic user turn after plain talk.
 * @type {import('../record-run.mjs').Harness}
 */
export const openhands = {
  cwd: () => '/workspace',
  talksWithoutReasoning: false,
  perform(checkout, action, agent) {
    if (action.kind === 'shell') return execute(checkout, agent, action.command)
    if (action.kind === 'think')
      return { calls: [{ name: 'think', arguments: { thought: action.text } }], results: ['Your thought has been logged.'] }
    if (action.kind === 'done') return { calls: [{ name: 'finish', arguments: { message: action.text } }], results: [] }
    if (action.kind === 'say') return { calls: [], results: [], content: action.text, reply: PLEASE_GO_ON }
    const { arguments: args, output } = runEditor(checkout, action)
    return { calls: [{ name: 'str_replace_editor', arguments: args }], results: [clip(output)] }
  },
}
