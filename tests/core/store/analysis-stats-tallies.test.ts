import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseExpression } from '#filter'
import type { AnalysisStore, Query } from '#store'
import { fill, HOSTILE, STATS_MEASURES, type StatsRow, statsRows } from './analysis-stats-rows.ts'
import { anExample, temporaryFolder, workspaceAt } from './workspace-builder.ts'

const keys = fc.subarray(HOSTILE, { maxLength: 3 })

async function idsOf(analysis: AnalysisStore, query: Query): Promise<string[]> {
  const { rows } = await analysis.page(query, null, 0, 100)
  return rows.map(({ id }) => id)
}

const uses = ({ values }: StatsRow) => (Array.isArray(values?.tools) ? values.tools.map(({ key }) => key) : [])

test('a selection by keys of a tally takes examples in which any of them was counted', async () => {
  const { analysis } = await workspaceAt(temporaryFolder(), STATS_MEASURES)
  await fc.assert(
    fc.asyncProperty(statsRows, keys, async (put, wanted) => {
      const rows = await fill(analysis, put)
      const matching = (any: readonly string[]) => rows.filter((row) => uses(row).some((key) => any.includes(key))).map(({ id }) => id)
      const selected = wanted.length === 0 ? rows.map(({ id }) => id) : matching(wanted)
      expect(await idsOf(analysis, { has: { tools: wanted } })).toEqual(selected)
      const [key = 'bash'] = wanted
      const where = parseExpression(`tools contains ${JSON.stringify(key)}`, STATS_MEASURES)
      expect(await idsOf(analysis, { where })).toEqual(matching([key]))
    }),
    { numRuns: 40 },
  )
})

test('contains looks for the very key, and not turns it around', async () => {
  const { analysis } = await workspaceAt(temporaryFolder(), STATS_MEASURES)
  await analysis.putExamples([
    withTools('a', ['bash']),
    withTools('b', ['Bash', 'bash_2']),
    { ...anExample({ id: 'c' }), values: { tools: null } },
  ])
  expect(await idsOf(analysis, { where: parseExpression('tools contains "bash"', STATS_MEASURES) })).toEqual(['a'])
  expect(await idsOf(analysis, { where: parseExpression('not tools contains "bash"', STATS_MEASURES) })).toEqual(['b', 'c'])
})

function withTools(id: string, names: string[]) {
  return { index: anExample({ id }).index, values: { tools: names.map((key, n) => ({ key, amounts: [n + 1, n] })) } }
}

test('rows with tallies carry them as JSON text in their order, rows without leave them out', async () => {
  const { analysis } = await workspaceAt(temporaryFolder(), STATS_MEASURES)
  await analysis.putExamples([
    withTools('a', ['bash', '__proto__', '7', '"']),
    { ...anExample({ id: 'b' }), values: { tokens: 1, tools: null } },
  ])
  const told: unknown[] = []
  for await (const { values } of analysis.rows({}, null, { tallies: true })) told.push(values.tools)
  expect(told).toEqual([
    '{"bash":{"calls":1,"failed":0},"__proto__":{"calls":2,"failed":1},"7":{"calls":3,"failed":2},"\\"":{"calls":4,"failed":3}}',
    null,
  ])
  for await (const { values } of analysis.rows({})) expect(Object.keys(values)).not.toContain('tools')
})

test('what cannot be asked of a tally is refused with what can be', async () => {
  const { analysis } = await workspaceAt(temporaryFolder(), STATS_MEASURES)
  await expect(analysis.page({}, { column: 'tools', descending: false }, 0, 1)).rejects.toThrow('tools counts by key and has no order')
  await expect(analysis.page({ has: { tokens: ['x'] } }, null, 0, 1)).rejects.toThrow('There is no tally "tokens". There are tools.')
  await expect(analysis.page({ ranges: { tools: { min: 1, max: null } } }, null, 0, 1)).rejects.toThrow('measure with numbers "tools"')
  for (const where of ['tools == "bash"', 'tools in ["bash"]', 'tools', 'tools < 3']) {
    expect(() => parseExpression(where, STATS_MEASURES)).toThrow('tools counts by key; write tools contains "a key"')
  }
  expect(() => parseExpression('tools contains 3', STATS_MEASURES)).toThrow('contains needs a text in quotes')
  const compared: Query = { where: { kind: 'compare', column: 'tools', operator: '==', value: 'bash' } }
  await expect(analysis.page(compared, null, 0, 1)).rejects.toThrow('tools counts by key and cannot be compared')
})

test('a measure or tally there is not is refused with those there are', async () => {
  const { stats } = (await workspaceAt(temporaryFolder(), STATS_MEASURES)).analysis
  const options = { by: null, bins: 4, clip: null }
  await expect(stats.summary({}, [], ['tokens', 'nope'])).rejects.toMatchObject({ fault: { kind: 'bad-input', culprit: 'nope' } })
  await expect(stats.summary({}, [], ['tools'])).rejects.toThrow(
    'There is no measure with numbers "tools". There are tokens, ratio, has_patch',
  )
  await expect(stats.histogram({}, { ...options, measure: 'has_patch' })).rejects.toThrow('no measure with numbers "has_patch"')
  await expect(stats.windows({}, { measure: 'x', windows: [1], by: null })).rejects.toThrow('no measure with numbers "x"')
  await expect(stats.density({}, { x: 'tokens', y: 'y', by: null, columns: 4, rows: 4, points: 0 })).rejects.toThrow('"y"')
  await expect(stats.tally({}, { tally: 'tokens', by: null, limit: 3 })).rejects.toThrow('There is no tally "tokens". There are tools.')
})
