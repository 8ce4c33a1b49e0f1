import { expect, test } from 'vitest'
import type { CallAct } from '#record'
import { callKeys } from '#review'

const keys = (act: CallAct, name = 'bash', argumentsText = '{}') => callKeys({ name, act, argumentsText })
const shell = (command: string) => keys({ kind: 'shell', command })

test('a command is the same whichever tool runs it, and alike when it runs the same program', () => {
  expect(keys({ kind: 'shell', command: 'ls -la' }, 'execute_bash').same).toBe(shell(' ls -la\n').same)
  expect(shell('cd /repo && FOO=1 pytest a').alike).toBe(shell('pytest b').alike)
  expect(shell('pytest a').same).not.toBe(shell('pytest b').same)
})

test('edits are the same by file and change, alike by file', () => {
  const edit = (path: string, text: string) => keys({ kind: 'edit', path, change: { kind: 'create', text } })
  expect(edit('a.py', 'x').same).toBe(edit('a.py', 'x').same)
  expect(edit('a.py', 'x').same).not.toBe(edit('a.py', 'y').same)
  expect(edit('a.py', 'x').alike).toBe(edit('a.py', 'y').alike)
  expect(edit('a.py', 'x').alike).not.toBe(edit('b.py', 'x').alike)
})

test('views of other lines of a file are alike, ends are the same', () => {
  const view = (lines: string) => keys({ kind: 'view', path: 'a.py' }, 'view', lines)
  expect(view('1-10').alike).toBe(view('20-30').alike)
  expect(view('1-10').same).not.toBe(view('20-30').same)
  expect(keys({ kind: 'finish' }, 'submit').same).toBe(keys({ kind: 'finish' }, 'finish').same)
})
