import type { Example, JsonObject } from '#record'
import { buildCall, buildIdentity, buildMessage, buildMetadata, buildTurn, parseExample } from '../../../../support/rows.ts'

/** A command, or another call, and what it printed. */
export type Did = { run: string; prints: string } | { writes: string; text: string }

/** How a harness writes a command and its result down. */
export type Harness = 'openhands' | 'sweagent' | 'minisweagent' | 'minisweagent-json'

export const HARNESSES: readonly Harness[] = ['openhands', 'sweagent', 'minisweagent', 'minisweagent-json']

/** A run of owner/repo by one harness, as a row of the current release. */
export function buildRun(harness: Harness, did: readonly Did[], patch = '', metadata: JsonObject = {}): Example {
  const messages = [buildMessage('user', 'Fix the bug.'), ...did.flatMap((one) => turnOf(harness, one))]
  const modelPatch = { patch, num_modified_files: 1, num_modified_lines: 1 }
  return parseExample(
    { ...buildIdentity(), messages, metadata: buildMetadata({ model_patch: modelPatch, ...metadata }) },
    { file: `data/${harness.replace('-json', '')}/minimax_m25/train-00000-of-00001.parquet` },
  )
}

function turnOf(harness: Harness, did: Did): JsonObject[] {
  if ('writes' in did) return [...edits(harness, did.writes, did.text)]
  const { run, prints } = did
  switch (harness) {
    case 'openhands':
      return [
        buildTurn(buildCall('execute_bash', { command: run })),
        buildMessage('tool', `${prints}\n[The command completed with exit code 0.]`),
      ]
    case 'sweagent':
      return [buildTurn(buildCall('bash', { command: run })), buildMessage('tool', `OBSERVATION:\n${prints}`)]
    case 'minisweagent':
      return [
        buildMessage('assistant', `THOUGHT: look\n\n\`\`\`bash\n${run}\n\`\`\``),
        buildMessage('user', `<returncode>0</returncode>\n<output>\n${prints}</output>`),
      ]
    case 'minisweagent-json':
      return [buildTurn(buildCall('bash', { command: run })), buildMessage('tool', JSON.stringify({ returncode: 0, output: prints }))]
  }
}

function edits(harness: Harness, path: string, text: string): JsonObject[] {
  if (harness.startsWith('minisweagent')) return turnOf(harness, { run: `cat > ${path} <<'EOF'\n${text}\nEOF`, prints: '' })
  return [
    buildTurn(buildCall('str_replace_editor', { command: 'create', path, file_text: text })),
    buildMessage('tool', `File created successfully at: ${path}`),
  ]
}
