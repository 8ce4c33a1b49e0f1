import { describe, expect, it } from 'vitest'
import { measureExample } from '#measure'
import type { CallAct } from '#record'
import { buildExample, turn } from '../../../support/examples.ts'

const shell = (command: string): CallAct => ({ kind: 'shell', command })
const view = (path: string): CallAct => ({ kind: 'view', path })
const edit = (path: string): CallAct => ({ kind: 'edit', path, change: { kind: 'create', text: '1' } })
const run = (...acts: CallAct[]) => measureExample(buildExample({ messages: acts.flatMap((act, at) => turn(2 * at, act)) }))

describe('files', () => {
  it('are counted once a path, by views and by commands that show them', () => {
    expect(run(view('/w/x.py'), shell('cat /w/x.py'), shell('cd /w && head -5 ./x.py'), shell('sed -n 1,5p y.py')).files_read).toBe(2)
  })

  it('are not read by a view that failed, or of a folder', () => {
    const failed = turn(0, view('/w/x.py'), { isError: true })
    const [call = {}, answer = {}] = turn(2, view('/w'))
    const listing = { ...answer, content: "Here's the files and directories up to 2 levels deep in /w, excluding hidden items:\n/w" }
    expect(measureExample(buildExample({ messages: [...failed, call, listing] })).files_read).toBe(0)
  })

  it('are touched by edit tools and commands that name them', () => {
    expect(run(edit('/w/x.py'), shell('cd /w && sed -i s/a/b/ x.py y.py'), shell('git apply fix.patch'))).toMatchObject({
      files_touched: 2,
      edits: 3,
    })
  })

  it('are searched by grep, find and their like, and by SWE-agent’s own commands', () => {
    expect(run(shell('grep -rn a .'), shell('find . -name x'), shell('pytest | grep FAILED')).searches).toBe(2)
    const [call = {}, answer = {}] = turn(0, { kind: 'other' })
    const named = call.calls?.map((one) => ({ ...one, name: 'search_dir' }))
    expect(measureExample(buildExample({ messages: [{ ...call, calls: named }, answer] })).searches).toBe(1)
  })
})
