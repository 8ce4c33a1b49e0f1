import { describe, expect, it } from 'vitest'
import { FaultError } from '#record'
import { placeFiles } from '../../../src/core/source/place-files.ts'
import type { CardSplit } from '../../../src/core/source/read-card.ts'

const OLD = [
  'data/minimax_m25_openhands_trajectories/train-0.parquet',
  'data/minimax_m25_sweagent_trajectories/train-0.parquet',
  'data/qwen35_openhands_trajectories/train-0.parquet',
  'data/qwen35_sweagent_trajectories/train-0.parquet',
]
const NEW = [
  'data/minisweagent/Qwen3.5-122B-A10B/set-a/train-0.parquet',
  'data/openhands/MiniMax-M2.5/set-a/train-0.parquet',
  'data/openhands/MiniMax-M2.5/set-b/train-0.parquet',
  'data/openhands/Qwen3.5-122B-A10B/set-a/train-0.parquet',
  'data/sweagent/MiniMax-M2.5/set-a/train-0.parquet',
  'data/sweagent/Qwen3.5-122B-A10B/set-a/train-0.parquet',
]
const NEW_CARD: CardSplit[] = [
  { config: 'v1.0', split: 'openhands', pattern: 'data/openhands/*/set-a/*' },
  { config: 'v1.0', split: 'sweagent', pattern: 'data/sweagent/*/set-a/*' },
  { config: 'v1.1', split: 'openhands', pattern: 'data/openhands/*/set-b/*' },
  { config: 'v1.1', split: 'minisweagent', pattern: 'data/minisweagent/**' },
]

function place(paths: string[], card: CardSplit[], wanted: { config?: string; split?: string }) {
  const { files, notes } = placeFiles(paths, card, wanted)
  return { files: files.map(({ path, config, split }) => `${path.replace(/^data\//, '')} ${config}/${split}`), notes }
}

describe("the tutorial's names", () => {
  it.each([
    ['openhands', 'minimax_m25', 'MiniMax-M2.5'],
    ['openhands', 'qwen35_122b', 'Qwen3.5-122B-A10B'],
    ['sweagent', 'minimax_m25', 'MiniMax-M2.5'],
    ['sweagent', 'qwen35_122b', 'Qwen3.5-122B-A10B'],
  ])('%s and %s work on every layout', (config, split, model) => {
    const old = place(OLD, [], { config, split })
    expect(old.files).toHaveLength(1)
    expect(old.files[0]).toMatch(new RegExp(`${config}_trajectories/train-0.parquet ${config}/${split}$`))
    for (const card of [NEW_CARD, []]) {
      const now = place(NEW, card, { config, split })
      expect(now.files.length).toBe(config === 'openhands' && split === 'minimax_m25' ? 2 : 1)
      for (const file of now.files) expect(file).toMatch(new RegExp(`^${config}/${model}/set-[ab]/train-0.parquet ${config}/${split}$`))
    }
  })

  it('say how they were read', () => {
    expect(place(NEW, NEW_CARD, { config: 'openhands', split: 'minimax_m25' }).notes).toEqual([
      'openhands/minimax_m25 was read as data/openhands/MiniMax-M2.5 (2 files).',
    ])
    expect(place(OLD, [], { config: 'sweagent', split: 'qwen35_122b' }).notes).toEqual([
      'sweagent/qwen35_122b was read as data/qwen35_sweagent_trajectories (1 file).',
    ])
  })

  it('need no reading where the paths or the card have them', () => {
    expect(place(OLD, [], { config: 'openhands', split: 'minimax_m25' }).notes).toEqual([])
    expect(place(NEW, NEW_CARD, { config: 'v1.0', split: 'openhands' })).toEqual({
      files: [
        'openhands/MiniMax-M2.5/set-a/train-0.parquet v1.0/openhands',
        'openhands/Qwen3.5-122B-A10B/set-a/train-0.parquet v1.0/openhands',
      ],
      notes: [],
    })
  })

  it('work alone: a harness gives all its models, a model all its harnesses', () => {
    expect(place(NEW, NEW_CARD, { config: 'sweagent' })).toEqual({
      files: [
        'sweagent/MiniMax-M2.5/set-a/train-0.parquet sweagent/MiniMax-M2.5',
        'sweagent/Qwen3.5-122B-A10B/set-a/train-0.parquet sweagent/Qwen3.5-122B-A10B',
      ],
      notes: ['sweagent was read as data/sweagent/MiniMax-M2.5 (1 file), data/sweagent/Qwen3.5-122B-A10B (1 file).'],
    })
    expect(place(NEW, NEW_CARD, { split: 'qwen35_122b' }).files).toEqual([
      'minisweagent/Qwen3.5-122B-A10B/set-a/train-0.parquet minisweagent/qwen35_122b',
      'openhands/Qwen3.5-122B-A10B/set-a/train-0.parquet openhands/qwen35_122b',
      'sweagent/Qwen3.5-122B-A10B/set-a/train-0.parquet sweagent/qwen35_122b',
    ])
  })

  it("a model stands beside one of the card's own configs", () => {
    expect(place(NEW, NEW_CARD, { config: 'v1.1', split: 'minimax_m25' }).files).toEqual([
      'openhands/MiniMax-M2.5/set-b/train-0.parquet v1.1/minimax_m25',
    ])
  })
})

describe('names of models', () => {
  const models = ['data/openhands/qwen3/set/a.parquet', 'data/openhands/Qwen3-Coder/set/a.parquet', 'data/openhands/glm/set/a.parquet']

  it('spelled the same go before names that begin alike', () => {
    expect(place(models, [], { split: 'QWEN-3' }).files).toEqual(['openhands/qwen3/set/a.parquet openhands/QWEN-3'])
    expect(place(models, [], { split: 'qwen' }).files).toHaveLength(2)
  })

  it.each(['gl', 'llama', 'openhand'])('%s fits none and is refused with the known names', (split) => {
    expect(() => placeFiles(models, [], { split })).toThrow(FaultError)
    expect(() => placeFiles(models, [], { split })).toThrow(`There is no split "${split}"; known are: openhands.`)
  })
})
