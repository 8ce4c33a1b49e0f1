import type { ExampleRow } from '#record'

/** A measured row that passes the tutorial's recipe, with what the test cares about laid over it. */
export function buildExampleRow(over: Partial<ExampleRow> = {}): ExampleRow {
  const id = over.id ?? 'run-1'
  return {
    id,
    sourceId: 's1',
    file: 'train.jsonl',
    row: 0,
    shape: 'R1',
    contentHash: 'c'.repeat(64),
    instanceId: `owner__repo-${id}`,
    trajectoryId: id,
    repo: 'owner/repo',
    license: 'MIT',
    language: 'python',
    harness: 'openhands',
    model: 'minimax_m25',
    teacherModel: null,
    resolved: 1,
    category: null,
    hfDataset: null,
    isMeasured: true,
    verdict: null,
    reasons: [],
    decision: null,
    decisionReason: null,
    note: null,
    reviewer: null,
    outcome: null,
    isStale: false,
    decidedBy: [],
    isDisputed: false,
    tags: [],
    isFlagged: false,
    maskedMessages: 0,
    isCut: false,
    redactions: 0,
    ...over,
    values: { traj_tokens: 1000, n_messages: 3, patch_files: 1, patch_churn: 2, ...over.values },
  }
}
