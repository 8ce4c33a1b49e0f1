import { describe, expect, it } from 'vitest'
import { DEFAULT_PLAN, MEASURE_INFO, measureExample } from '#measure'
import { buildExample } from '../../../support/examples.ts'

const KEYS = ['task_key', 'issue_hash', 'patch_hash', 'issue_sketch', 'patch_sketch']
const keysOf = (known: Parameters<typeof buildExample>[0]) => measureExample(buildExample(known), { ...DEFAULT_PLAN, only: KEYS })

const hunk = (at: number, ...lines: string[]) => `@@ -${at},9 +${at},9 @@\n${lines.join('\n')}\n`
const file = (path: string, index: string, hunks: string) =>
  `diff --git a/${path} b/${path}\nindex ${index} 100644\n--- a/${path}\n+++ b/${path}\n${hunks}`

describe('duplicate keys', () => {
  it('tell the task by its pull request', () => {
    expect(keysOf({ instanceId: 'owner_my_name_pr7', repo: 'Owner/my_name' }).task_key).toBe('owner/my_name#7')
    expect(keysOf({}).task_key).toBeNull()
  })

  it('tell a patch by its changed lines, not by where they are', () => {
    const one = file('a.py', '1..2', hunk(1, ' def f():', '-  return 1', '+  return  2')) + file('b.py', '3..4', hunk(1, '+x = 1', ' y'))
    const same = file('b.py', '9..8', hunk(70, ' z', '+x = 1  ')) + file('a.py', '7..6', hunk(40, '-\treturn 1', '+\treturn 2', ' more'))
    const { patch_hash, patch_sketch } = keysOf({ patch: one })
    expect(patch_hash).toMatch(/^[0-9a-f]{16}$/)
    expect(keysOf({ patch: same })).toMatchObject({ patch_hash, patch_sketch })
    expect(keysOf({ patch: one.replace('return  2', 'return 3') }).patch_hash).not.toBe(patch_hash)
    expect(keysOf({ patch: one.replaceAll('b.py', 'c.py') }).patch_hash).not.toBe(patch_hash)
    expect(keysOf({ patch: one.replace('-  return 1', '+  return 1') }).patch_hash).not.toBe(patch_hash)
  })

  it('tell an issue by its words', () => {
    const said = (content: string) => keysOf({ messages: [{ role: 'user', content }] })
    expect(said('Fix  THE bug')).toEqual(said('<issue>\nfix the bug\n</issue> Please.'))
    expect(said('Fix the bug').issue_hash).not.toBe(said('Fix the bugs').issue_hash)
  })

  it('are empty for an empty patch and an empty task', () => {
    const none = { patch_hash: null, patch_sketch: null, issue_hash: null, issue_sketch: null }
    for (const patch of [null, '', '\n']) expect(keysOf({ patch })).toMatchObject(none)
  })

  it('offer the sketches to no chooser', () => {
    const internal = MEASURE_INFO.filter(({ id, isInternal }) => KEYS.includes(id) && isInternal === true).map(({ id }) => id)
    expect(internal).toEqual(['issue_sketch', 'patch_sketch'])
  })
})
