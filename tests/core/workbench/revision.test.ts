import { expect, it } from 'vitest'
import { faultOf } from '../../support/fault-of.ts'
import { lastEvent, openWorkbench, SAMPLE } from '../../support/open-workbench.ts'

it('local files at another revision than the one asked for are refused, and nothing of them is remembered', async () => {
  const bench = await openWorkbench()
  const add = async (revision: string) => lastEvent(await bench.client.source.add({ source: SAMPLE, take: 1, revision }))
  const fault = await faultOf(add('nonsense'))
  expect(fault).toMatchObject({ kind: 'bad-input', culprit: '--revision' })
  const { sources } = await bench.client.workspace.info()
  expect(sources).toEqual([])
  const own = /at revision (\S+),/.exec(fault.message)?.[1] ?? ''
  expect(await add(own)).toMatchObject({ kind: 'done', result: { revision: own } })
  await bench.remove()
})
