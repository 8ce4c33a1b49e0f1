import { toolCounts } from '#measure'
import type { ExampleRow, Message } from '#record'
import type { EditedExample } from '#review'
import { pythonStrip } from '../python-strip.ts'

/**
 * One line of the tutorial's `open_swe_sft.jsonl`. The reference patch is no field of it. Turns that are context only cannot be said in `messages` or
 * `chatml`: a row that has some, and only such a row, lists their indexes under `context_only`. `traj_tokens` is of the whole row, whatever was cut.
 */
export function tutorialRecord(row: ExampleRow, { example, masked }: EditedExample) {
  return {
    instance_id: example.instanceId,
    repo: example.repo,
    language: example.language ?? 'unknown',
    license: example.license,
    agent: example.harness,
    model: example.model,
    resolved: example.resolvedRaw,
    trajectory_id: example.trajectoryId,
    messages: example.messages.map(({ role, content }) => ({ role, content })),
    ...(masked.length > 0 ? { context_only: masked } : {}),
    chatml: example.messages.map(chatmlTurn).join('\n'),
    tools: Object.fromEntries(toolCounts(example)),
    model_patch: example.patch,
    n_messages: example.messages.length,
    traj_tokens: row.values.traj_tokens ?? null,
  }
}

function chatmlTurn({ role, content }: Message): string {
  return `<|im_start|>${role}\n${pythonStrip(content)}<|im_end|>`
}
