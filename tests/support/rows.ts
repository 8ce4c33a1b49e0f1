import { parseRow } from '#parse'
import type { Example, Json, JsonObject, RawRow } from '#record'

/** A row as a source would give it; the file and hints tell a layout only when a test says so. */
export function buildRaw(value: Json, place: { file?: string; uri?: string; row?: number; config?: string; split?: string } = {}): RawRow {
  const { file = 'rows.jsonl', uri = '/data', row = 0, config = null, split = null } = place
  return { ref: { sourceId: 's1', uri, revision: null, file, row }, hints: { config, split }, value }
}

/** The example a row parses to; throws with the reason when it is rejected. */
export function parseExample(value: Json, place: Parameters<typeof buildRaw>[1] = {}): Example {
  const parsed = parseRow(buildRaw(value, place))
  if (parsed.kind === 'rejection') throw new Error(`rejected: ${parsed.rejection.reason}`)
  return parsed.example
}

/** The reason a row is rejected for; throws when it parses. */
export function parseRejection(value: Json): { kind: string; reason: string } {
  const parsed = parseRow(buildRaw(value))
  if (parsed.kind === 'example') throw new Error(`parsed as ${parsed.example.shape}`)
  return parsed.rejection
}

/** A message in the published form: every field there, null where it says nothing. */
export function buildMessage(role: string, content: Json, over: JsonObject = {}): JsonObject {
  return { role, content, reasoning_content: null, tool_calls: null, ...over }
}

/** A structured call; arguments are written as a JSON text, as published. */
export function buildCall(name: string, given: Json, id: string | null = null): JsonObject {
  return { function: { name, arguments: typeof given === 'string' ? given : JSON.stringify(given) }, id, type: 'function' }
}

/** An assistant message with structured calls. */
export function buildTurn(...calls: JsonObject[]): JsonObject {
  return buildMessage('assistant', '', { tool_calls: calls })
}

/** A short OpenHands run: look, edit, finish. */
export function buildConversation(): JsonObject[] {
  return [
    buildMessage('system', 'You are a helpful assistant.'),
    buildMessage('user', 'Fix the bug.'),
    buildTurn(buildCall('execute_bash', { command: 'ls' })),
    buildMessage('tool', 'a.py\n[The command completed with exit code 0.]'),
    buildTurn(buildCall('str_replace_editor', { command: 'str_replace', path: '/a.py', old_str: 'x', new_str: 'y' })),
    buildMessage('tool', 'The file /a.py has been edited.'),
    buildTurn(buildCall('finish', {})),
  ]
}

export const PATCH = 'diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x\n+y\n'
export const GOLD = 'diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x\n+gold\n'

/** The columns of every published release. */
export function buildIdentity(): JsonObject {
  return { instance_id: 'owner__repo-1', repo: 'owner/repo', license: 'MIT', language: 'Python', trajectory_id: 'run-1', resolved: 1 }
}

/** A row of the first release. */
export function buildR1(over: JsonObject = {}): JsonObject {
  const metadata = { category: 'bug-fix', num_modified_files: 1, num_modified_lines: 2 }
  return { ...buildIdentity(), trajectory: buildConversation(), model_patch: PATCH, metadata, ...over }
}

/** Metadata of the second release and later. */
export function buildMetadata(over: JsonObject = {}): JsonObject {
  const patch = (text: string): JsonObject => ({ patch: text, num_modified_files: 1, num_modified_lines: 2 })
  return { category: 'bug-fix', reference_patch: patch(GOLD), model_patch: patch(PATCH), ...over }
}

/** A row of the current release. */
export function buildR3(over: JsonObject = {}): JsonObject {
  const teacher = { name: 'org/teacher', enable_thinking: true, reasoning_effort: null }
  const metadata = buildMetadata({ teacher_model: teacher })
  return {
    ...buildIdentity(),
    messages: buildConversation(),
    tools: ['{"type":"function"}'],
    metadata,
    hf_dataset_name: 'org/set',
    ...over,
  }
}
