import { toolCounts } from '#measure'
import type { Example, ExampleRow, Message } from '#record'
import { pythonStrip } from '../python-strip.ts'

/** One line of the tutorial's `open_swe_sft.jsonl`. The reference patch is no field of it. */
export function tutorialRecord(row: ExampleRow, example: Example) {
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
