import { expect, test } from 'vitest'
import { packInputOf, packPath } from '../../../src/renderer/reviewing/logic/pack-draft.ts'

const shown = { text: 'fix' }

test('a pack holds the examples of a queue, of what Browse shows, or none', () => {
  expect(packInputOf({ what: 'queue', queue: 'q', withLedger: false }, shown, ' /a ')).toEqual({
    path: '/a',
    queue: 'q',
    withLedger: false,
  })
  expect(packInputOf({ what: 'selection', queue: 'q', withLedger: true }, shown, '/a')).toEqual({
    path: '/a',
    selection: shown,
    withLedger: true,
  })
  expect(packInputOf({ what: 'ledger', queue: 'q', withLedger: false }, shown, '/a')).toEqual({ path: '/a', withLedger: true })
})

test('without a place, or without the queue it is made of, nothing is written', () => {
  expect(packInputOf({ what: 'selection', queue: null, withLedger: false }, shown, '  ')).toBeNull()
  expect(packInputOf({ what: 'queue', queue: null, withLedger: false }, shown, '/a')).toBeNull()
})

test.each([
  ['/home/ada/work', 'Random sample · 100', '/home/ada/random-sample-100.winnow-pack'],
  ['/home/ada/work/', '../../etc', '/home/ada/etc.winnow-pack'],
  ['C:\\Users\\ada\\work', '日本', 'C:\\Users\\ada\\日本.winnow-pack'],
  ['/work', '<>', '/review.winnow-pack'],
])('beside the workspace %s the pack of "%s" is %s', (workspace, name, path) => {
  expect(packPath(workspace, name)).toBe(path)
})
