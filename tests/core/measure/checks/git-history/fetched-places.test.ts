import { describe, expect, it } from 'vitest'
import { fetchedPlaces, mentions } from '../../../../../src/core/measure/checks/git-history/fetched-places.ts'
import { buildAttempt } from './build-attempt.ts'

/** The places of a command that stands in a script behind `before`. */
function placesOf(source: string, before = '', verb = source.split(' ').find((word) => !/^git$/.test(word)) ?? ''): string[] {
  const at = { messageIndex: 1, field: 'arguments' as const, call: 0, start: before.length, end: before.length + source.length }
  return fetchedPlaces(buildAttempt({ command: source.replace(/ >.*$/, ''), verb, at, tier: 'network' }), before + source)
}

describe('where a command puts what it fetches', () => {
  it.each([
    ['curl -s https://x/7.patch -o /tmp/7.patch', '/tmp/7.patch'],
    ['curl -s https://x/7.patch > /tmp/7.patch', '/tmp/7.patch'],
    ['wget https://x/7.patch --output-document=fix.patch', 'fix.patch'],
    ['git clone https://x/repo.git /tmp/up/', '/tmp/up'],
    ['pip download repo --dest /tmp/dl', '/tmp/dl'],
    ['git worktree add /tmp/wt origin/main', '/tmp/wt'],
  ])('%s: %s', (source, place) => {
    expect(placesOf(source)).toEqual([place])
  })

  it('is told of a clone beside nothing only when the folder is known', () => {
    expect(placesOf('git clone https://x/repo.git')).toEqual([])
    expect(placesOf('git clone https://x/repo.git', '{"command":"cd /tmp && ')).toEqual(['/tmp/repo'])
    expect(placesOf('git clone https://x/repo.git', '{"command":"cd /tmp\\n')).toEqual(['/tmp/repo'])
  })

  it('is nowhere when it is thrown away or goes to the top', () => {
    expect(placesOf('curl https://x/7.patch > /dev/null')).toEqual([])
    expect(placesOf('curl https://x/7.patch -o /tmp')).toEqual([])
  })
})

describe('a text that names a place', () => {
  it('names it as a whole or by what is in it, and not as a part of another', () => {
    expect(mentions('cat /tmp/up/a.py', '/tmp/up')).toBe(true)
    expect(mentions("cat '/tmp/up'", '/tmp/up')).toBe(true)
    expect(mentions('cat /tmp/upper /x/tmp/up /tmp/up.py', '/tmp/up')).toBe(false)
    expect(mentions('cat src/fix.patch', 'fix.patch')).toBe(false)
  })
})
