import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { QueueInfo, QueuePlace } from '#record'
import { buildR1 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { runInProcess } from '../../support/run-in-process.ts'

describe('winnow queue', { timeout: 60_000 }, () => {
  let folder: string
  const winnow = (...args: string[]) => runInProcess(folder, ...args)
  const json = async <T>(...args: string[]): Promise<T> => JSON.parse((await winnow(...args, '--json')).stdout) as T

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-queue-'))
    const source = join(folder, 'rows.jsonl')
    await writeFile(source, asJsonl(['a', 'b', 'c'].map((id) => buildR1({ trajectory_id: id, resolved: id === 'c' ? 0 : 1 }))))
    await winnow('add', source)
    return () => rm(folder, { recursive: true, force: true })
  })

  it('lets a script judge a queue one by one', async () => {
    const made = await json<QueueInfo>('queue', 'make', 'Good ones', '--where', 'resolved == 1', '--double', '0.5', '--blind')
    expect(made).toMatchObject({ total: 2, left: 2, definition: { name: 'Good ones', order: 'stored', doubleShare: 0.5, isBlind: true } })
    expect((await winnow('queue', 'next', made.id, '--reviewer', 'ann')).stdout).toBe('a')
    await winnow('decide', 'a', '--accept', '--reviewer', 'ann')
    expect(await json<QueuePlace>('queue', 'next', 'Good ones', '--reviewer', 'ann')).toMatchObject({ next: 'b', left: 1 })
    await winnow('decide', 'b', '--reject', '--reviewer', 'ann')
    expect(await winnow('queue', 'next', made.id, '--reviewer', 'ann')).toEqual({ code: 0, stdout: '', stderr: '0 left' })
    expect((await winnow('queue')).stdout).toMatch(new RegExp(`^${made.id} +Good ones +stored +2 .*ann 2`, 'm'))
    expect(await json('queue', 'remove', 'Good ones')).toEqual({ removed: true })
    expect(await json('queue', 'list')).toEqual([])
  })

  it('says what is wrong with an order, a share, a queue or a selection', async () => {
    expect((await winnow('queue', 'make', 'x', '--order', 'best')).code).toBe(2)
    expect((await winnow('queue', 'make', 'x', '--double', '2')).stderr).toContain('A share from 0 to 1 is expected')
    expect((await winnow('queue', 'next', 'nope')).stderr).toContain('There is no queue "nope"')
    const empty = await winnow('queue', 'make', 'x', '--where', 'resolved == -1')
    expect([empty.code, empty.stderr]).toEqual([1, expect.stringContaining('No example is left for this queue')])
  })
})
