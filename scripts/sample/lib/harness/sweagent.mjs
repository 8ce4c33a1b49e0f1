import { runEditor } from '../editor.mjs'

const LONGEST = 100_000

/** @param {string} text */
function observe(text) {
  if (text === '') return 'OBSERVATION:\nYour command ran successfully and did not produce any output.'
  if (text.length <= LONGEST) return `OBSERVATION:\n${text}`
  const note = `<response clipped><NOTE>Observations should not exceed ${LONGEST} characters. ${text.length - LONGEST} characters were elided. Please try a different command that produces less output or use head/tail/grep/redirect the output to a file.</NOTE>`
  return `OBSERVATION:\n${text.slice(0, LONGEST)}${note}`
}

/**
 * SWE-agent: one call a turn, answers behind `OBSERVATION:`, `submit` without an answer.
 * @type {import('../record-run.mjs').Harness}
 */
export const sweagent = {
  cwd: (name) => `/workspace/${name}`,
  talksWithoutReasoning: true,
  perform(checkout, action) {
    if (action.kind === 'shell') {
      const { output } = checkout.shell.run(action.command)
      return { calls: [{ name: 'bash', arguments: { command: action.command } }], results: [observe(output)] }
    }
    if (action.kind === 'done') return { calls: [{ name: 'submit', arguments: {} }], results: [], content: action.text }
    const { arguments: args, output } = runEditor(checkout, action)
    return { calls: [{ name: 'str_replace_editor', arguments: args }], results: [observe(output)] }
  },
}
