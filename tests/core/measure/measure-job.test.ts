import { describe, expect, it } from 'vitest'
import type { TokenizerRef } from '#measure'
import { measureJob } from '../../../src/core/measure/measure-job.ts'
import { buildR1, buildRaw } from '../../support/rows.ts'

const gone: TokenizerRef = { kind: 'file', name: 'Tiny-1B', sha256: 'a'.repeat(64), path: '/nowhere/tokenizer.json' }

function measureBy(tokenizer: TokenizerRef, only: readonly string[] | null) {
  const { value, ...raw } = buildRaw(buildR1())
  return measureJob({ ticket: 1, ...raw, body: JSON.stringify(value), plan: { tokenizer, only } })
}

describe('measuring by a tokenizer whose file is gone', () => {
  it.each([null, ['steps', 'model_tokens']])('is no fault of the row: %j', (only) => {
    expect(measureBy(gone, only)).toMatchObject({ kind: 'fault', fault: { kind: 'not-found', culprit: gone.path } })
  })

  it('goes on where nothing is counted by it', () => {
    expect(measureBy(gone, ['steps', 'full_tokens'])).toMatchObject({ kind: 'measured', values: { steps: expect.any(Number) } })
  })
})
