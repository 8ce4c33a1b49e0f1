import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCall, buildMessage, buildR1, buildTurn } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { runInProcess } from '../../support/run-in-process.ts'

const TEMPLATE = resolve(import.meta.dirname, '../../support/templates/qwen2_5-like.jinja')

const ROWS = ['one', 'two', 'three'].map((id) =>
  buildR1({
    trajectory_id: id,
    instance_id: `owner__repo-${id}`,
    trajectory: [
      buildMessage('user', `Fix it, ${id}. ${'word '.repeat(300)}`),
      buildTurn(buildCall('execute_bash', { command: 'ls' })),
      buildMessage('tool', 'setup.py'),
      buildMessage('assistant', 'Done.'),
    ],
  }),
)

describe('what a trainer sees, and what an export proves', { timeout: 120_000 }, () => {
  let folder: string
  const winnow = (...args: string[]) => runInProcess(folder, ...args)
  const said = async (...args: string[]) => {
    const { code, stderr } = await winnow(...args)
    return `${code} ${stderr}`
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-check-cli-'))
    await writeFile(join(folder, 'rows.jsonl'), asJsonl(ROWS))
    await winnow('add', join(folder, 'rows.jsonl'))
    return () => rm(folder, { recursive: true, force: true })
  })

  it('takes a template in, lists it by what it does to rows, and lets go of it', async () => {
    const taken = JSON.parse((await winnow('template', TEMPLATE, '--json')).stdout)
    expect(taken).toMatchObject({ name: 'qwen2_5-like', arguments: 'object', reasoning: { plain: 'none' } })
    const { stdout } = await winnow('template')
    expect(stdout).toContain(`${taken.id}  qwen2_5-like\n  takes arguments as an object`)
    expect(await winnow('template', '--forget', taken.id)).toMatchObject({ code: 0, stdout: `${taken.id} is forgotten` })
    expect((await winnow('template')).stdout).toBe('no chat template is taken in')
    expect(await said('template', '--forget', 'nope')).toMatch(/^1 .*no chat template nope/)
    expect(await said('template', 'nowhere')).toMatch(/^1 .*nowhere does not exist/)
    expect(await said('template', TEMPLATE, '--forget', 'nope')).toMatch(/^2 /)
  })

  it('prints what the trainer reads of an example: kept, trained on, cut', async () => {
    const { code, stdout } = await winnow('check', 'one', '--target', 'trl', '--template', TEMPLATE)
    expect(code).toBe(0)
    expect(stdout).toContain('one as trl reads it through qwen2_5-like')
    expect(stdout).toMatch(/ok +arguments whole and encoded once in 1 of 1 calls/)
    expect(stdout).toMatch(/^assistant +\d+ +[1-9]/m)
    expect((await winnow('check', 'one', '--target', 'trl', '--template', TEMPLATE, '--text')).stdout).toContain('⟦Done.')
    const cut = await winnow('check', 'one', '--target', 'trl', '--template', 'qwen2_5-like', '--context', '100')
    expect(cut.stdout).toMatch(/lost +cut at token 100 of \d+/)
    expect(JSON.parse((await winnow('check', 'one', '--target', 'openai', '--json')).stdout)).toMatchObject({
      target: 'openai',
      template: null,
    })
  })

  it('looks at a row of a file that is in no workspace', async () => {
    const { stdout } = await winnow('check', '--file', 'rows.jsonl', '--row', '2', '--target', 'trl', '--template', TEMPLATE)
    expect(stdout).toContain('two as trl reads it')
    expect(await said('check', '--file', 'rows.jsonl', '--row', '9', '--target', 'trl')).toMatch(/^1 .*Row 9 of .* is not there/)
  })

  it('says what is wrong with what it is asked', async () => {
    expect(await said('check', 'one')).toContain("2 winnow: required option '--target <target>'")
    expect(await said('check', 'one', '--target', 'llama')).toMatch(/^2 .*Allowed choices are trl, axolotl/)
    expect(await said('check', '--target', 'trl')).toMatch(/^2 winnow: give the id of an example, or --file/)
    expect(await said('check', 'one', '--target', 'trl', '--row', '1')).toMatch(/^2 .*--row is of a file/)
    expect(await said('check', 'nobody', '--target', 'trl')).toMatch(/^1 .*no example nobody/)
    expect(await said('check', 'one', '--target', 'trl', '--overlong', 'cut')).toMatch(/^1 .*--overlong cut needs .*\n.*--context/)
    expect(await said('report')).toMatch(/^2 winnow: give the id of an example, or --decisions/)
    expect(await said('verify')).toMatch(/^2 winnow: missing required argument 'dir'/)
    expect(await said('verify', 'nowhere')).toMatch(/^1 .*no manifest\.json/)
  })

  it('proves an export here and from the folder alone, names what was changed, and tells decisions made since', async () => {
    const dir = join(folder, 'sft')
    await winnow('export', '--target', 'trl', '--out', dir)
    const here = await winnow('verify', dir)
    expect(here).toMatchObject({ code: 0, stdout: expect.stringContaining('3 rows for trl, verified') })
    expect(here.stdout).toContain('this workspace: every row made anew')
    const elsewhere = await runInProcess(join(folder, 'other'), 'verify', dir, '--json')
    expect(JSON.parse(elsewhere.stdout)).toMatchObject({ ok: true, by: 'manifest', rows: 3, problems: [] })

    const copy = join(folder, 'copy')
    await cp(dir, copy, { recursive: true })
    const rows = await readFile(join(copy, 'train.jsonl'), 'utf8')
    await writeFile(join(copy, 'train.jsonl'), rows.replace('Done.', 'Gone.'))
    const changed = await winnow('verify', copy)
    expect(changed).toMatchObject({ code: 1, stderr: expect.stringContaining('file train.jsonl: train.jsonl was changed') })
    expect(changed.stderr).toMatch(/row train\.jsonl:1: .* one: it was changed/)

    await winnow('decide', 'two', '--reject')
    expect(await said('verify', dir)).toMatch(/^1 .*1 decision was made after this export .* it changes 1 of its rows/)
  })

  it('writes a report as one file, and never over another', async () => {
    const { stdout } = await winnow('report', '--decisions', '--out', 'sheet.html', '--json')
    expect(JSON.parse(stdout)).toMatchObject({ path: join(folder, 'sheet.html') })
    expect(await readFile(join(folder, 'sheet.html'), 'utf8')).toContain('two')
    expect(await said('report', 'one', '--out', 'sheet.html')).toMatch(/^1 .*is there already/)
    expect(await winnow('report', 'one', '--out', 'sheet.html', '--force')).toMatchObject({ code: 0 })
    expect(await readFile(join(folder, 'sheet.html'), 'utf8')).not.toContain('<script')
  })
})
