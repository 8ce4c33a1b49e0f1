import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultOf } from '../../support/fault-of.ts'
import { lastEvent, openWorkbench } from '../../support/open-workbench.ts'
import { buildCall, buildMessage, buildR1, buildR3, buildTurn } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'

const EDITOR = 'str_replace_editor'
const RUN = [
  buildMessage('user', 'Fix it.'),
  buildTurn(buildCall(EDITOR, { command: 'create', path: '/r/a.py', file_text: 'one\ntwo\nthree\n' })),
  buildMessage('tool', 'File created successfully at: /r/a.py'),
  buildTurn(buildCall(EDITOR, { command: 'str_replace', path: '/r/a.py', old_str: 'two', new_str: 'TWO\n2' })),
  buildMessage(
    'tool',
    "The file /r/a.py has been edited. Here's the result of running `cat -n` on a snippet of /r/a.py:\n     1\tone\n     2\tTWO\n     3\t2\n     4\tthree\n",
  ),
  buildTurn(buildCall('execute_bash', { command: 'git stash' })),
  buildMessage('tool', '[The command completed with exit code 0.]'),
]

describe('seeing a run, over the contract', () => {
  let bench: Awaited<ReturnType<typeof openWorkbench>>
  beforeAll(async () => {
    bench = await openWorkbench()
    const path = join(bench.folder, 'rows.jsonl')
    await writeFile(path, asJsonl([buildR3({ trajectory_id: 'run', messages: RUN }), buildR1({ trajectory_id: 'bare' })]))
    await lastEvent(await bench.client.source.add({ source: path }))
  })
  afterAll(() => bench.remove())

  it('lists touched files and gives one after any step, by pieces, with what the step changed', async () => {
    const at = (step: number) => bench.client.example.fileAt({ id: 'run', path: '/r/a.py', step, offset: 0, limit: 8 })
    expect(await bench.client.example.files({ id: 'run' })).toEqual([{ path: '/r/a.py', editSteps: [1, 2], viewSteps: [] }])
    expect(await at(0)).toMatchObject({ state: 'absent', piece: { text: '', size: 0 } })
    expect(await at(1)).toMatchObject({ state: 'whole', why: null, changedLines: [1, 2, 3] })
    expect(await at(2)).toMatchObject({
      state: 'whole',
      piece: { text: 'one\nTWO\n', offset: 0, size: 15 },
      changedLines: [2, 3],
      gaps: [],
    })
    expect(await at(3)).toMatchObject({ state: 'unknown', why: expect.stringContaining('step 3'), changedLines: [] })
  })

  it('names a file the run never touched', async () => {
    const asked = bench.client.example.fileAt({ id: 'run', path: '/etc/passwd', step: 1, offset: 0, limit: 8 })
    expect(await faultOf(asked)).toMatchObject({ kind: 'not-found', culprit: '/etc/passwd' })
  })

  it('holds the two patches of a row against each other, and says so where one is missing', async () => {
    expect(await bench.client.example.patchMatch({ id: 'run' })).toMatchObject({
      inCommon: 1,
      onlyModel: 0,
      onlyReference: 0,
      alikeHunks: 0,
      files: [{ path: 'a.py', model: 0, reference: 0, overlappingHunks: 1, alikeLines: 1 / 3 }],
    })
    expect(await faultOf(bench.client.example.patchMatch({ id: 'bare' }))).toMatchObject({ kind: 'not-found' })
  })

  it('finds by pattern, case and role, and names the mistake in a pattern', async () => {
    const { total } = await bench.client.example.find({
      id: 'run',
      query: 't(wo|hree)',
      isRegex: true,
      isCaseSensitive: true,
      roles: ['assistant'],
    })
    expect(total).toBe(3)
    const fault = await faultOf(bench.client.example.find({ id: 'run', query: 'a(b', isRegex: true }))
    expect(fault).toMatchObject({ kind: 'bad-input', message: expect.stringContaining('missing closing )') })
  })
})
