import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../../support/fault-of.ts'
import { lastEvent, openWorkbench } from '../../../support/open-workbench.ts'
import { buildCall, buildMessage, buildR1, buildTurn } from '../../../support/rows.ts'
import { asJsonl } from '../../../support/rows-on-disk.ts'

type Bench = Awaited<ReturnType<typeof openWorkbench>>

const bash = (command: string) => buildTurn(buildCall('execute_bash', { command }))
const answer = (text: string) => buildMessage('tool', text)

function attempt(id: string, resolved: number, commands: string[], instance = 'owner__repo-1') {
  const turns = commands.flatMap((command) => [bash(command), answer('ok\n[The command completed with exit code 0.]')])
  return buildR1({
    trajectory_id: id,
    instance_id: instance,
    resolved,
    trajectory: [buildMessage('user', 'Fix it.'), ...turns, buildTurn(buildCall('finish', {}))],
  })
}

describe('attempts at one instance', () => {
  let bench: Bench

  beforeAll(async () => {
    bench = await openWorkbench()
    const path = join(bench.folder, 'rows.jsonl')
    const rows = [
      attempt('one', 0, ['ls', 'cat a.py', 'pytest']),
      attempt('two', 1, ['ls', 'grep -n x a.py', 'cat a.py', 'pytest']),
      attempt('three', 0, ['ls']),
      attempt('other', 1, ['ls'], 'owner__repo-"2"'),
    ]
    await writeFile(path, asJsonl(rows))
    await lastEvent(await bench.client.source.add({ source: path }))
  })

  afterAll(() => bench.remove())

  it('lists them best first, with what would be picked', async () => {
    const { instanceId, attempts, total, suggestion } = await bench.client.sibling.attempts({ id: 'one' })
    expect({ instanceId, total }).toEqual({ instanceId: 'owner__repo-1', total: 3 })
    expect(attempts[0]?.id).toBe('two')
    expect(suggestion).toEqual({ id: 'two', text: 'the only one of 3 that resolves it' })
    expect((await bench.client.sibling.attempts({ id: 'other' })).total).toBe(1)
  })

  it('tells on an example how many others there are', async () => {
    expect((await bench.client.example.get({ id: 'one' })).siblings).toBe(2)
    expect((await bench.client.example.get({ id: 'other' })).siblings).toBe(0)
  })

  it('lays them side by side by their calls, in the order asked for', async () => {
    const { runs, lines, firstDivergence } = await bench.client.sibling.align({ ids: ['one', 'two'] })
    expect(runs.map(({ id }) => id)).toEqual(['one', 'two'])
    const said = (run: number, place: number | null | undefined) => {
      const act = typeof place === 'number' ? runs[run]?.calls[place]?.act : undefined
      return act?.kind === 'shell' ? act.command : (act?.kind ?? '-')
    }
    expect(lines.map(([a, b]) => [said(0, a), said(1, b)])).toEqual([
      ['ls', 'ls'],
      ['-', 'grep -n x a.py'],
      ['cat a.py', 'cat a.py'],
      ['pytest', 'pytest'],
      ['finish', 'finish'],
    ])
    expect(firstDivergence).toBe(1)
    expect(runs[1]?.calls[3]).toMatchObject({ isTest: true, messageIndex: 7 })
  })

  it('picks the best for all in one go, and one undo takes it back', async () => {
    const { rows } = await bench.client.sibling.pick({ best: 'two', others: ['one', 'three'], note: 'cleanest' })
    expect(rows.map(({ id, decision, decisionReason }) => [id, decision, decisionReason])).toEqual([
      ['two', 'accept', 'best-of-attempts'],
      ['one', 'reject', 'another-attempt-is-better'],
      ['three', 'reject', 'another-attempt-is-better'],
    ])
    expect(await bench.client.review.undo({})).toMatchObject({ count: 3 })
    const { attempts } = await bench.client.sibling.attempts({ id: 'one' })
    expect(attempts.map(({ decision }) => decision)).toEqual([null, null, null])
  })

  it('keeps preference pairs, the newest first, until they are taken away', async () => {
    await bench.client.sibling.pair({ chosen: 'two', rejected: 'one' })
    expect(await bench.client.sibling.pair({ chosen: 'two', rejected: 'three', reason: 'shorter' })).toMatchObject({
      chosen: 'two',
      instanceId: 'owner__repo-1',
      reason: 'shorter',
    })
    const all = await bench.client.sibling.pairs({ offset: 0, limit: 10 })
    expect(all.rows.map(({ rejected }) => rejected)).toEqual(['three', 'one'])
    await bench.client.sibling.unpair({ chosen: 'one', rejected: 'two' })
    const left = await bench.client.sibling.pairs({ id: 'one', offset: 0, limit: 10 })
    expect(left.rows.map(({ rejected }) => rejected)).toEqual(['three'])
    expect((await bench.client.sibling.pairs({ id: 'other', offset: 0, limit: 10 })).total).toBe(0)
    expect(await faultOf(bench.client.sibling.unpair({ chosen: 'one', rejected: 'two' }))).toMatchObject({ kind: 'not-found' })
  })

  it('refuses to pair attempts at two instances, and a best that is among the others', async () => {
    expect(await faultOf(bench.client.sibling.pair({ chosen: 'two', rejected: 'other' }))).toMatchObject({ kind: 'bad-input' })
    expect(await faultOf(bench.client.sibling.pair({ chosen: 'two', rejected: 'two' }))).toMatchObject({ kind: 'bad-input' })
    expect(await faultOf(bench.client.sibling.pick({ best: 'two', others: ['two'] }))).toMatchObject({ kind: 'bad-input' })
    expect(await faultOf(bench.client.sibling.pick({ best: 'two', others: ['nobody'] }))).toMatchObject({ kind: 'not-found' })
    expect((await bench.client.example.get({ id: 'two' })).row.decision).toBeNull()
  })
})
