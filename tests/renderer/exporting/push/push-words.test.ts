import { describe, expect, it } from 'vitest'
import type { PushPlan } from '../../../../src/renderer/exporting/push/push-store.ts'
import { confirmWords, holdsBack, pushedWords, secretsWords, stepWords } from '../../../../src/renderer/exporting/push/push-words.ts'

const file = (path: string, bytes: number, how: PushPlan['files'][number]['how']) => ({ path, bytes, sha256: 'a'.repeat(64), how })
const secret = { file: 'train.jsonl', line: 3, exampleId: 'run-7', what: 'A token of GitHub.', certainty: 'certain' }

function planOf(part: Partial<PushPlan> = {}): PushPlan {
  return {
    ...{ repo: 'me/run', branch: 'main', url: 'https://hub/datasets/me/run', user: 'me', exists: false, isPrivate: null },
    ...{ secrets: [], moreSecrets: 0, removed: [], licence: null, sources: [], warnings: [], refusals: [] },
    files: [file('train.parquet', 1_200_000_000, 'lfs'), file('README.md', 2000, 'inline'), file('recipe.yaml', 500, 'same')],
    ...part,
  }
}

const CAREFUL = { isPrivate: true, allowSecrets: false }

describe('the button', () => {
  it('says how many files, how large, and who will see them', () => {
    expect(confirmWords(planOf(), CAREFUL)).toBe('Push 2 files, 1.2 GB, as a private dataset')
    expect(confirmWords(planOf(), { ...CAREFUL, isPrivate: false })).toBe('Push 2 files, 1.2 GB, as a public dataset')
  })

  it('says of a dataset that is there what it is, whatever is chosen for new ones', () => {
    const there = planOf({ exists: true, isPrivate: true })
    expect(confirmWords(there, { ...CAREFUL, isPrivate: false })).toBe('Push 2 files, 1.2 GB, to a private dataset')
    expect(confirmWords({ ...there, isPrivate: false }, CAREFUL)).toBe('Push 2 files, 1.2 GB, to a public dataset')
  })

  it('says when files only go, and when there is nothing to do', () => {
    const same = planOf({ exists: true, isPrivate: true, files: [file('a', 1, 'same')] })
    expect(confirmWords({ ...same, removed: ['old.jsonl'] }, CAREFUL)).toBe('Remove 1 file from a private dataset')
    expect(confirmWords(same, CAREFUL)).toBe('Nothing to push')
    expect(holdsBack(same, CAREFUL)).toContain('all of it already')
  })
})

describe('it is held back', () => {
  it('by what refuses the push, whatever else is chosen', () => {
    expect(holdsBack(planOf({ refusals: ['No token.'] }), { isPrivate: false, allowSecrets: true })).toContain('reasons are above')
  })

  it('by secrets until somebody says that none is real', () => {
    const leaky = planOf({ secrets: [secret] })
    expect(holdsBack(leaky, CAREFUL)).toContain('Secrets would leave')
    expect(holdsBack(leaky, { ...CAREFUL, allowSecrets: true })).toBeNull()
  })

  it('by a public dataset until somebody says that everyone may read it', () => {
    const open = planOf({ exists: true, isPrivate: false })
    expect(holdsBack(open, CAREFUL)).toContain('public')
    expect(holdsBack(open, { ...CAREFUL, isPrivate: false })).toBeNull()
  })

  it('by nothing when a private dataset is made', () => {
    expect(holdsBack(planOf(), CAREFUL)).toBeNull()
  })
})

it('secrets are counted, and how many are certain', () => {
  expect(secretsWords({ secrets: [secret, { ...secret, certainty: 'possible' }], moreSecrets: 0 })).toBe(
    '2 secrets would leave, 1 of them certain',
  )
  expect(secretsWords({ secrets: [{ ...secret, certainty: 'possible' }], moreSecrets: 0 })).toBe('1 secret would leave')
})

it('what it is at and what came of it are told in bytes', () => {
  expect(stepWords({ phase: 'sending', file: 'train.parquet', done: 600_000_000, total: 1_200_000_000 })).toBe(
    'Sending train.parquet: 600 MB of 1.2 GB',
  )
  const pushed = { url: '', commit: '', files: 2, removed: 1, bytesSent: 1_200_000_000, isPrivate: true, warnings: [] }
  expect(pushedWords(pushed)).toBe('2 files pushed, 1.2 GB sent, 1 file removed; the dataset is private.')
  expect(pushedWords({ ...pushed, files: 0, removed: 0 })).toContain('no commit was made')
})
