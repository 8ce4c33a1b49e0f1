import { buildCall, buildMessage, buildMetadata, buildR3, buildTurn } from './rows.ts'
import { asJsonl } from './rows-on-disk.ts'

const EDITOR = 'str_replace_editor'
const FILE = '/r/app.py'
const MODEL = 'diff --git a/app.py b/app.py\n--- a/app.py\n+++ b/app.py\n@@ -1,2 +1,2 @@\n import os\n-x = 1\n+x = 2\n'
const REFERENCE = `${MODEL.replace('x = 2', 'x = 5')}diff --git a/tests/test_app.py b/tests/test_app.py\n--- a/tests/test_app.py\n+++ b/tests/test_app.py\n@@ -1 +1 @@\n-a\n+b\n`

const numbered = (lines: readonly string[]): string => lines.map((line, i) => `${String(i + 1).padStart(6)}\t${line}`).join('\n')
const view = (path: string) => [
  buildTurn(buildCall(EDITOR, { command: 'view', path })),
  buildMessage('tool', `Here's the result of running \`cat -n\` on ${path}:\n${numbered(['alpha', 'beta'])}`),
]

/** A run with something of everything one looks for: like calls, an edit, a failing test in colour, a file lost sight of, and two patches. */
export function editedRun(id: string): string {
  const messages = [
    buildMessage('system', 'You edit.'),
    buildMessage('user', 'Fix app.py.'),
    ...['/r/a.py', '/r/b.py', '/r/c.py', '/r/d.py'].flatMap(view),
    buildTurn(buildCall(EDITOR, { command: 'create', path: FILE, file_text: 'import os\nx = 1\n' })),
    buildMessage('tool', `File created successfully at: ${FILE}`),
    buildTurn(buildCall(EDITOR, { command: 'str_replace', path: FILE, old_str: 'x = 1', new_str: 'x = 2\ny = 3' })),
    buildMessage(
      'tool',
      `The file ${FILE} has been edited. Here's the result of running \`cat -n\` on a snippet of ${FILE}:\n${numbered(['import os', 'x = 2', 'y = 3'])}`,
    ),
    buildTurn(buildCall('execute_bash', { command: 'pytest -q' })),
    buildMessage('tool', '\u001b[31mFAILED\u001b[0m test_7 and test_12\n[The command completed with exit code 1.]'),
    buildTurn(buildCall('execute_bash', { command: 'git stash' })),
    buildMessage('tool', '[The command completed with exit code 0.]'),
    buildTurn(buildCall('finish', {})),
  ]
  const patch = (text: string) => ({ patch: text, num_modified_files: 1, num_modified_lines: 2 })
  const metadata = buildMetadata({ reference_patch: patch(REFERENCE), model_patch: patch(MODEL) })
  return asJsonl([buildR3({ trajectory_id: id, messages, metadata })])
}
