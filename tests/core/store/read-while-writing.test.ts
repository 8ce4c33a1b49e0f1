import { expect, test } from 'vitest'
import type { Workspace } from '#store'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const ROWS = 38
const HASH = 'abcd'.repeat(16)

async function putBatches(workspace: Workspace): Promise<void> {
  for (let batch = 0; batch < 3; batch++) {
    const rows = Array.from({ length: ROWS }, (_, i) => anExample({ id: `run-${batch * ROWS + i}`, repo: 'owner/repo', contentHash: HASH }))
    await workspace.analysis.putExamples(rows)
  }
}

// A query planned over an empty table and run over a filled one gave every text as one byte, about once in ten tries.
test('rows read while others are written are as they were put', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder()
  for (let round = 0; round < 40; round++) {
    const workspace = await workspaceAt(`${folder}/${round}`)
    let isWriting = true
    const writing = putBatches(workspace).finally(() => {
      isWriting = false
    })
    while (isWriting) {
      const { rows } = await workspace.analysis.page({}, null, 0, 100)
      const wrong = rows.filter(({ id, repo, contentHash }) => !id.startsWith('run-') || repo !== 'owner/repo' || contentHash !== HASH)
      expect(wrong).toEqual([])
    }
    await writing
    await workspace.close()
  }
})
