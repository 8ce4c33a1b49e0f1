import { describe, expect, it } from 'vitest'
import { askWhereTo } from '../../../src/cli/commands/ask-where-to.ts'
import type { Terminal } from '../../../src/cli/terminal.ts'

const moved = {
  kind: 'moved',
  source: 'hf://datasets/o/n',
  change: {
    from: 'a'.repeat(40),
    to: 'b'.repeat(40),
    added: ['x.parquet', 'y.parquet'],
    removed: ['z.parquet'],
    changed: [],
    unchanged: 3,
    bytes: 5_000_000,
    decided: 1,
  },
} as const

function terminal(answer: string | null) {
  const notes: string[] = []
  const questions: string[] = []
  const said = {
    note: (text: string) => notes.push(text),
    ask: async (question: string) => {
      questions.push(question)
      return answer
    },
  } as unknown as Terminal
  return { said, notes, questions }
}

const event = { ...moved, change: { ...moved.change, added: [...moved.change.added], removed: [...moved.change.removed], changed: [] } }

describe('askWhereTo', () => {
  it('tells what changed before it asks', async () => {
    const { said, notes, questions } = terminal('move')
    expect(await askWhereTo(event, said)).toBe('move')
    expect(notes[0]).toBe(
      'hf://datasets/o/n moved from aaaaaaa to bbbbbbb: 2 files added, 1 removed, 0 changed, 3 as before; 5.0 MB to read again, 1 decided example in files that changed or went.',
    )
    expect(questions).toEqual(['Move to bbbbbbb, or stay at aaaaaaa? [move/stay]'])
  })

  it('stays when told to', async () => expect(await askWhereTo(event, terminal('s').said)).toBe('stay'))

  it.each([null, '', 'yes'])('changes nothing on %j and says how to choose', async (answer) => {
    await expect(askWhereTo(event, terminal(answer).said)).rejects.toMatchObject({
      fault: { kind: 'conflict', remedy: 'Say --stay to go on with the pinned commit, or --move to take the new one.' },
    })
  })
})
