/** @param {string} name @param {string} description @param {Record<string, object>} properties @param {string[]} required */
function tool(name, description, properties, required) {
  return JSON.stringify({ type: 'function', function: { name, description, parameters: { type: 'object', properties, required } } })
}

const EDITOR = tool(
  'str_replace_editor',
  'View, create and edit plain-text files. `view` prints a file with line numbers, or a directory two levels deep. `create` writes a new file. `str_replace` replaces `old_str`, which must occur exactly once, by `new_str`. `insert` puts `new_str` after line `insert_line`.',
  {
    command: { type: 'string', enum: ['view', 'create', 'str_replace', 'insert', 'undo_edit'], description: 'What to do.' },
    path: { type: 'string', description: 'Absolute path to a file or directory.' },
    file_text: { type: 'string', description: 'Content of the new file, for `create`.' },
    old_str: { type: 'string', description: 'Text to replace, for `str_replace`.' },
    new_str: { type: 'string', description: 'Replacement, for `str_replace`; text to add, for `insert`.' },
    insert_line: { type: 'integer', description: 'Line to insert after, for `insert`.' },
    view_range: { type: 'array', items: { type: 'integer' }, description: 'First and last line, for `view`; -1 stands for the end.' },
  },
  ['command', 'path'],
)

/** @param {string} name @param {string} description */
const shellTool = (name, description) =>
  tool(name, description, { command: { type: 'string', description: 'The command to run.' } }, ['command'])

/** Tool definitions by harness, as JSON strings: what the `tools` column holds.
 * @type {Record<string, string[]>} */
export const TOOLS = {
  openhands: [
    shellTool('execute_bash', 'Run a command in a bash terminal that stays open between calls.'),
    tool('think', 'Write a thought down. It is logged and changes nothing.', { thought: { type: 'string', description: 'The thought.' } }, [
      'thought',
    ]),
    EDITOR,
    tool(
      'finish',
      'Say that the task is done, or that it cannot be done, and end the run.',
      { message: { type: 'string', description: 'What was done.' } },
      ['message'],
    ),
  ],
  sweagent: [
    shellTool('bash', 'Run a command in the terminal.'),
    EDITOR,
    tool('submit', 'Submit the changes in the working tree and end the run.', {}, []),
  ],
  minisweagent: [shellTool('bash', 'Execute a bash command.')],
}
