import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCall, buildConversation, buildMessage, buildR1, buildTurn } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { runInProcess } from '../../support/run-in-process.ts'

const thinking = [buildTurn(buildCall('think', { thought: 'hm' })), buildMessage('tool', 'Logged.')]
const trajectory = [...buildConversation().slice(0, 6), ...thinking, buildMessage('assistant', 'Done, Ada.')]

describe('winnow edit', { timeout: 60_000 }, () => {
  let folder: string
  const winnow = (...args: string[]) => runInProcess(folder, ...args)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-edit-'))
    const source = join(folder, 'rows.jsonl')
    await writeFile(source, asJsonl([buildR1({ trajectory_id: 'a', trajectory })]))
    await winnow('add', source)
    return () => rm(folder, { recursive: true, force: true })
  })

  it('masks, cuts and redacts in one go, which one undo takes back, and show marks all of it', async () => {
    const told = await winnow('edit', 'a', '--mask', '2,4-4', '--redact-text', 'Ada', '--as', '[name]')
    expect(told.stdout).toBe('a: context only: 2,4; 1 place redacted')
    const shown = (await winnow('show', 'a')).stdout
    expect(shown).toMatch(/── 2 assistant, \d+ tokens, context only ──/)
    expect(shown).toContain('Done, [name].')
    expect((await winnow('undo')).stdout).toContain('and 1 more')
    expect((await winnow('edit', 'a', '--cut', '4')).stdout).toBe('a: cut after 5')
    expect((await winnow('show', 'a')).stdout).toMatch(/── 6 assistant, \d+ tokens, cut ──/)
    expect(JSON.parse((await winnow('edit', 'a', '--uncut', '--json')).stdout)).toMatchObject({ edits: { cutAfter: null } })
  })

  it('shows a file as it stood after a step, the last where none is named, and the files there are', async () => {
    expect((await winnow('show', 'a', '--file')).stdout).toMatch(/^\/a\.py +\d+/m)
    const steps = (JSON.parse((await winnow('show', 'a', '--file', '--json')).stdout) as { editSteps: number[] }[])[0]?.editSteps ?? []
    const before = await winnow('show', 'a', '--file', '/a.py', '--step', '0')
    expect(before.stderr).toBe('/a.py after step 0: The run had not shown it yet.')
    const last = JSON.parse((await winnow('show', 'a', '--file', '/a.py', '--json')).stdout)
    expect(last).toMatchObject({ path: '/a.py', state: expect.any(String), text: expect.any(String) })
    expect(last.step).toBeGreaterThanOrEqual(Math.max(...steps))
    expect(await winnow('show', 'a', '--file', '/b.py')).toMatchObject({ code: 1, stderr: expect.stringContaining('/b.py') })
    expect((await winnow('show', 'a', '--step', '1')).code).toBe(2)
  })

  it('tells what rules propose, and masks it when told to', async () => {
    expect((await winnow('edit', 'a', '--propose')).stdout).toMatch(/^think-only {2}6 {2}\d+ tokens {2}It only thinks\.$/)
    expect((await winnow('edit', 'a', '--propose', 'detour')).stdout).toBe('rules propose nothing')
    expect((await winnow('edit', 'a', '--apply-proposals', 'think-only')).stdout).toBe('a: context only: 6')
    expect((await winnow('edit', 'a', '--unmask', '6')).stdout).toBe('a: trained on as it is')
    await winnow('edit', 'a', '--apply-proposals')
    expect((await winnow('edit', 'a', '--apply-proposals')).stderr).toContain('Rules propose nothing of these kinds')
  })

  it.each([
    ['nothing to do', [], 2, 'say what to change'],
    ['no list of messages', ['--mask', '7-5'], 2, 'such as 5,7-9'],
    ['no kind of proposal', ['--propose', 'bad'], 2, 'there are error-step'],
    ['a text that stands nowhere', ['--redact-text', 'nobody'], 1, 'stands nowhere'],
    ['nothing redacted', ['--unredact'], 1, 'Nothing of this example is redacted'],
    ['a message that is not trained on', ['--mask', '1'], 1, 'context only already'],
  ])('refuses %s', async (_, args, code, words) => {
    expect(await winnow('edit', 'a', ...args)).toMatchObject({ code, stderr: expect.stringContaining(words) })
  })
})
