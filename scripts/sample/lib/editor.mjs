import { existsSync } from 'node:fs'

/** @param {string[]} lines @param {number} first number of the first line, from 1 */
function numbered(lines, first) {
  return lines.map((line, index) => `${String(first + index).padStart(6)}\t${line}`).join('\n')
}

/** @param {string} text */
const linesOf = (text) => text.replace(/\n$/, '').split('\n')

/**
 * What `str_replace_editor` of OpenHands and SWE-agent does and answers.
 * @param {import('./checkout.mjs').Checkout} checkout
 * @param {import('./read-steps.mjs').Action} action view, edit or create
 * @returns {{ arguments: Record<string, unknown>, output: string }}
 */
export function runEditor(checkout, action) {
  if (action.kind === 'create') return create(checkout, action)
  if (action.kind === 'edit') return replace(checkout, action)
  if (action.kind === 'view') return view(checkout, action)
  throw new Error(`the editor cannot ${action.kind}`)
}

/** @param {import('./checkout.mjs').Checkout} checkout @param {string} path */
const shown = (checkout, path) => `/workspace/${checkout.repo.name}${path === '.' ? '' : `/${path}`}`

/** @param {import('./checkout.mjs').Checkout} checkout @param {{ path: string, range: [number, number] | null }} action */
function view(checkout, { path, range }) {
  const full = shown(checkout, path)
  const args = { command: 'view', path: full, ...(range ? { view_range: range } : {}) }
  if (!existsSync(checkout.real(path))) {
    return { arguments: args, output: `ERROR:\nThe path ${full} does not exist. Please provide a valid path.` }
  }
  if (path === '.') {
    const found = checkout.shell.run(`find ${full} -maxdepth 2 -not -path '*/.*' | sort`).output.trimEnd()
    return { arguments: args, output: `Here's the files and directories up to 2 levels deep in ${full}, excluding hidden items:\n${found}` }
  }
  const lines = linesOf(checkout.read(path))
  const [from, to] = range ?? [1, lines.length]
  return { arguments: args, output: `Here's the result of running \`cat -n\` on ${full}:\n${numbered(lines.slice(from - 1, to), from)}\n` }
}

/** @param {import('./checkout.mjs').Checkout} checkout @param {{ path: string, text: string }} action */
function create(checkout, { path, text }) {
  const full = shown(checkout, path)
  checkout.write(path, text)
  return { arguments: { command: 'create', path: full, file_text: text }, output: `File created successfully at: ${full}` }
}

/** @param {import('./checkout.mjs').Checkout} checkout @param {{ path: string, before: string, after: string }} action */
function replace(checkout, { path, before, after }) {
  const full = shown(checkout, path)
  const args = { command: 'str_replace', path: full, old_str: before, new_str: after }
  if (!existsSync(checkout.real(path))) {
    return { arguments: args, output: `ERROR:\nThe path ${full} does not exist. Please provide a valid path.` }
  }
  const text = checkout.read(path)
  const times = text.split(before).length - 1
  if (times === 0) {
    return { arguments: args, output: `ERROR:\nNo replacement was performed, old_str \`${before}\` did not appear verbatim in ${full}.` }
  }
  if (times > 1) {
    return {
      arguments: args,
      output: `ERROR:\nNo replacement was performed. Multiple occurrences of old_str \`${before}\`. Please ensure it is unique.`,
    }
  }
  const at = text.slice(0, text.indexOf(before)).split('\n').length
  const changed = text.replace(before, () => after)
  checkout.write(path, changed)
  const from = Math.max(1, at - 3)
  const snippet = linesOf(changed).slice(from - 1, at + after.split('\n').length + 3)
  return {
    arguments: args,
    output: `The file ${full} has been edited. Here's the result of running \`cat -n\` on a snippet of ${full}:\n${numbered(snippet, from)}\nReview the changes and make sure they are as expected. Edit the file again if necessary.`,
  }
}
