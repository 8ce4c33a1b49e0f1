const LONGEST = 10_000
const SUBMIT = 'echo COMPLETE_TASK_AND_SUBMIT_FINAL_OUTPUT && git add -A && git diff --cached'
const TOO_LONG = 'The output of your last command was too long. Please try a command that produces less output.'

/** @param {number} returncode @param {string} output */
function observe(returncode, output) {
  if (output.length <= LONGEST) return JSON.stringify({ returncode, output })
  const half = LONGEST / 2
  const cut = { output_head: output.slice(0, half), output_tail: output.slice(-half), elided_chars: output.length - LONGEST }
  return JSON.stringify({ returncode, ...cut, warning: TOO_LONG })
}

/** @param {string} text */
const pythonText = (text) => (text.includes("'''") ? `r"""${text}"""` : `r'''${text}'''`)

/** @param {string} path @param {string} text */
function asHeredoc(path, text) {
  const folder = path.split('/').slice(0, -1).join('/')
  return `${folder === '' ? '' : `mkdir -p ${folder} && `}cat > ${path} <<'EOF'\n${text}EOF`
}

/** Views and edits as the shell commands an agent without an editor writes.
 * @param {import('../read-steps.mjs').Action} action @param {string} agent */
function asCommand(action, agent) {
  if (action.kind === 'shell') return action.command
  if (action.kind === 'done') return SUBMIT
  if (action.kind === 'create') return asHeredoc(action.path, action.text)
  if (action.kind === 'view') {
    if (!action.range) return action.path === '.' ? 'git ls-files' : `cat ${action.path}`
    const lines = `${action.range[0]},${action.range[1]}p`
    return agent === 'a' ? `sed -n '${lines}' ${action.path}` : `nl -ba ${action.path} | sed -n '${lines}'`
  }
  if (action.kind === 'edit') {
    const change = `old = ${pythonText(action.before)}\nnew = ${pythonText(action.after)}`
    return `python3 - <<'PY'\nfrom pathlib import Path\npath = Path('${action.path}')\ntext = path.read_text()\n${change}\nassert text.count(old) == 1, text.count(old)\npath.write_text(text.replace(old, new))\nPY`
  }
  throw new Error(`minisweagent has no tool to ${action.kind}`)
}

/**
 * mini-swe-agent: bash alone, several calls a turn allowed, JSON answers, every command in a new subshell, an echo that ends the run.
 * @type {import('../record-run.mjs').Harness}
 */
export const minisweagent = {
  cwd: (name) => `/workspace/${name}`,
  talksWithoutReasoning: true,
  perform(checkout, action, agent) {
    const home = `/workspace/${checkout.repo.name}`
    const commands = [asCommand(action, agent), ...(action.kind === 'shell' ? action.also : [])]
    const isEnd = action.kind === 'done'
    const results = commands.map((command) => {
      checkout.shell.cwd = home
      const { code, output } = checkout.shell.run(command)
      return observe(code, output)
    })
    return {
      calls: commands.map((command) => ({ name: 'bash', arguments: { command } })),
      results: isEnd ? [] : results,
      ...(isEnd ? { content: action.text } : {}),
    }
  },
}
