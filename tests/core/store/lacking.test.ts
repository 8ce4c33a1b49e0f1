import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeasureInfo } from '#record'
import type { AnalysisStore } from '#store'
import { anExample, MEASURES, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const [tokens, ...others] = MEASURES as [MeasureInfo, ...MeasureInfo[]]
const added: MeasureInfo = { ...tokens, id: 'added' }
const tally: MeasureInfo = { ...tokens, id: 'tools', type: 'tally', amounts: [{ id: 'calls', label: 'Calls', unit: 'calls' }] }

/** Opens the folder with these measures, works, and closes it. */
async function opened<T>(folder: string, measures: readonly MeasureInfo[], work: (analysis: AnalysisStore) => Promise<T>): Promise<T> {
  const workspace = await workspaceAt(folder, measures)
  try {
    return await work(workspace.analysis)
  } finally {
    await workspace.close()
  }
}

/** A folder with a measured row and one that is only indexed. */
async function folderOfTwo(measures: readonly MeasureInfo[] = MEASURES): Promise<string> {
  const folder = temporaryFolder()
  await opened(folder, measures, (analysis) =>
    analysis.putExamples([
      anExample({ id: 'a' }, { tokens: 7, ratio: 0.1 + 0.2, tool: 'bash' }),
      { ...anExample({ id: 'b' }), values: {} },
    ]),
  )
  return folder
}

const valuesOf = async (analysis: AnalysisStore) => (await analysis.row('a'))?.values

test('a measure at another version, encoding or type loses its own values, and every other keeps its own', async () => {
  for (const changed of [
    { ...tokens, version: 2 },
    { ...tokens, encoding: 'cl100k_base@1' },
    { ...tokens, type: 'text' as const },
  ]) {
    const folder = await folderOfTwo()
    await opened(folder, [changed, ...others], async (analysis) => {
      expect(await valuesOf(analysis)).toEqual({ tokens: null, ratio: 0.1 + 0.2, tool: 'bash', has_patch: true })
      expect(await analysis.lacking(null, 10)).toEqual([{ id: 'a', contentHash: 'c1', measures: ['tokens'] }])
      expect(await analysis.row('a')).toMatchObject({ isMeasured: true })
      expect(await analysis.counts()).toMatchObject({ measured: 1 })
      expect(await analysis.countLacking('tokens')).toBe(1)
      expect(await analysis.countLacking('ratio')).toBe(0)
    })
  }
})

test('with the same measures in another order nothing is lacking', async () => {
  const folder = await folderOfTwo()
  await opened(folder, [...others, tokens], async (analysis) => {
    expect(await analysis.countLacking()).toBe(0)
    expect(await valuesOf(analysis)).toMatchObject({ tokens: 7 })
  })
})

test('an added measure is lacking in rows that are there, a removed one goes with its values', async () => {
  const folder = await folderOfTwo()
  await opened(folder, [...others, added, tally], async (analysis) => {
    expect(await valuesOf(analysis)).toEqual({ ratio: 0.1 + 0.2, tool: 'bash', has_patch: true, added: null })
    expect((await analysis.lacking(null, 10)).map(({ measures }) => measures)).toEqual([['added', 'tools']])
    await expect(analysis.facets({ ranges: { tokens: { min: 1, max: null } } }, [])).rejects.toThrow('There is no measure')
  })
})

test('a measure that comes back has forgotten its values', async () => {
  const folder = await folderOfTwo()
  await opened(folder, others, async (analysis) => expect(await analysis.countLacking()).toBe(0))
  await opened(folder, MEASURES, async (analysis) => {
    expect(await valuesOf(analysis)).toMatchObject({ tokens: null, ratio: 0.1 + 0.2 })
    expect(await analysis.countLacking('tokens')).toBe(1)
  })
})

test('what a row lacks is put beside the values it has, and is lacking no more', async () => {
  const folder = await folderOfTwo()
  await opened(folder, [{ ...tokens, version: 2 }, ...others, tally], async (analysis) => {
    const values = { tokens: 8, tools: [{ key: '__proto__', amounts: [2] }], ratio: 99 }
    await analysis.putValues(['tokens', 'tools'], [{ id: 'a', contentHash: 'c1', values }])
    expect(await valuesOf(analysis)).toEqual({ tokens: 8, ratio: 0.1 + 0.2, tool: 'bash', has_patch: true })
    expect(await analysis.lacking(null, 10)).toEqual([])
  })
  await opened(folder, [{ ...tokens, version: 2 }, ...others, tally], async (analysis) => {
    expect(await valuesOf(analysis)).toMatchObject({ tokens: 8 })
  })
})

test('values of other content, of an unknown row, or of less than is lacking change nothing', async () => {
  const folder = await folderOfTwo()
  await opened(folder, [{ ...tokens, version: 2 }, ...others, added], async (analysis) => {
    const values = { tokens: 8, added: 1 }
    await analysis.putValues(['tokens', 'added'], [{ id: 'a', contentHash: 'older', values }])
    await analysis.putValues(['tokens', 'added'], [{ id: 'nobody', contentHash: 'c1', values }])
    await analysis.putValues(['tokens'], [{ id: 'a', contentHash: 'c1', values }])
    expect(await valuesOf(analysis)).toMatchObject({ tokens: null, added: null })
    expect(await analysis.countLacking()).toBe(1)
  })
})

test('a row measured whole again lacks nothing', async () => {
  const folder = await folderOfTwo()
  await opened(folder, [{ ...tokens, version: 2 }, ...others], async (analysis) => {
    await analysis.putExamples([anExample({ id: 'a' }, { tokens: 9 })])
    expect(await analysis.countLacking()).toBe(0)
  })
})

test('rows that lack something count as unmeasured for whoever asks what to measure', async () => {
  const folder = await folderOfTwo()
  await opened(folder, [{ ...tokens, version: 2 }, ...others], async (analysis) => {
    expect((await analysis.unmeasured({})).sort()).toEqual(['a', 'b'])
    expect(await analysis.lackingOf(['b', 'a', 'nobody'])).toEqual([{ id: 'a', contentHash: 'c1', measures: ['tokens'] }])
  })
})

test('an encoding is changed while rows are read', async () => {
  const workspace = await workspaceAt(temporaryFolder())
  const { analysis } = workspace
  await analysis.putExamples(Array.from({ length: 5_000 }, (_, at) => anExample({ id: `e${at}` })))
  const reading = analysis.rows({})
  await reading.next()
  await analysis.useMeasures([{ ...tokens, encoding: 'Qwen3-8B@0123456789ab' }, ...others])
  let rows = 1
  for await (const { values } of reading) {
    rows += 1
    expect(values.tokens).toBe(1)
  }
  expect(rows).toBe(5_000)
  expect(await analysis.countLacking('tokens')).toBe(5_000)
  expect((await analysis.lacking('e4998', 3)).map(({ id }) => id)).toEqual(['e4999', 'e5', 'e50'])
})

test('after any changes a row has the values of the versions it was given last, or lacks them', async () => {
  const ids = ['p', 'q', 'r'] as const
  const version = fc.constantFrom(0, 1, 2)
  const change = fc.record({ p: version, q: version, r: version, fills: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
      const folder = temporaryFolder()
      const measures = (at: (typeof changes)[number]) => ids.filter((id) => at[id] > 0).map((id) => ({ ...tokens, id, version: at[id] }))
      for (const [step, at] of changes.entries()) {
        await opened(folder, measures(at), async (analysis) => {
          const wanted = Object.fromEntries(ids.filter((id) => at[id] > 0).map((id) => [id, at[id]]))
          if (step === 0) await analysis.putExamples([{ ...anExample({ id: 'a' }), values: { ...wanted, has_patch: true } }])
          const [lacking] = await analysis.lacking(null, 1)
          const lacks = new Set(lacking?.measures)
          const held = await valuesOf(analysis)
          for (const id of Object.keys(wanted)) expect(held?.[id]).toBe(lacks.has(id) ? null : wanted[id])
          if (at.fills && lacking) await analysis.putValues([...lacks], [{ ...lacking, values: wanted }])
        })
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)
