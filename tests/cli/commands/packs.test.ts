import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildR3 } from '../../support/rows.ts'
import { asJsonl } from '../../support/rows-on-disk.ts'
import { runInProcess } from '../../support/run-in-process.ts'

test('packs, unpacks, merges and tells agreement in the terminal', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-packs-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const [ana, bo] = [join(folder, 'ana'), join(folder, 'bo')]
  const [pack, answers] = [join(folder, 'pack'), join(folder, 'answers')]
  await writeFile(join(folder, 'rows.jsonl'), asJsonl(['a', 'b'].map((id) => buildR3({ trajectory_id: id }))))
  const at = async (who: string, ...args: string[]) => {
    const { code, stdout, stderr } = await runInProcess(who, ...args)
    return { code, stdout, stderr }
  }
  await at(ana, 'add', join(folder, 'rows.jsonl'))
  await at(ana, 'decide', 'a', '--accept', '--reviewer', 'ana')

  expect((await at(ana, 'pack', pack)).code).toBe(2)
  expect(await at(ana, 'pack', pack, '--where', 'resolved == 1')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/2 examples, 0 ledger entries, [\d.]+ kB$/),
  })
  const unpacked = await at(bo, 'unpack', pack)
  expect(unpacked.stdout).toMatch(/^took in 2 examples; 0 were here already; 0 refused\nqueue [0-9a-f]{12}: .*\nrecipe .+ is in force$/)
  await at(bo, 'decide', 'a', '--reject', '--reviewer', 'bo')
  expect(JSON.parse((await at(bo, 'pack', answers, '--ledger-only', '--json')).stdout)).toMatchObject({ examples: 0, entries: 1 })

  const merged = await at(ana, 'merge', answers)
  expect(merged).toMatchObject({ code: 0, stderr: '' })
  expect(merged.stdout.split('\n')).toEqual([
    'added 1 ledger entry (bo 1); 0 were here already',
    expect.stringMatching(/^in dispute \(1\) +here +there$/),
    expect.stringMatching(/^a +ana: accept +bo: reject$/),
  ])
  expect((await at(ana, 'merge', join(bo, 'workspace'))).stdout).toBe('added 0 ledger entries; 1 were here already\nno new conflicts')
  const agreement = await at(ana, 'agreement')
  expect(agreement.stdout).toMatch(/ana \/ bo +1 +0\.0 % +0\.00/)
  expect(agreement.stdout).toMatch(/a +ana +accept/)
  expect(JSON.parse((await at(ana, 'agreement', '--json')).stdout)).toMatchObject({ disputed: 1, disputes: [{ exampleId: 'a' }] })
  const check = await at(ana, 'ledger', '--check')
  expect(check).toMatchObject({ code: 0, stdout: expect.stringMatching(/^2 entries, the chain holds\nhead [0-9a-f]{64}\n/) })
  expect(check.stdout).toMatch(/by +ana +1/)
  expect(check.stdout).toMatch(/under +recipe .+ +2$/m)

  const [hash = ''] = /\b[0-9a-f]{12}\b/.exec((await at(ana, 'ledger')).stdout) ?? []
  const text = await at(ana, 'ledger', '--recipe', hash)
  expect(text).toMatchObject({ code: 0, stderr: expect.stringMatching(/^recipe .+ \([0-9a-f]{64}\), first .+\n {2}[a-z-]+ version \d+/) })
  await writeFile(join(ana, 'kept.yaml'), text.stdout)
  const again = JSON.parse((await at(ana, 'filter', '--recipe', join(ana, 'kept.yaml'), '--draft', '--json')).stdout)
  expect(again.hash.startsWith(hash)).toBe(true)
  expect(await at(ana, 'ledger', '--recipe', 'abc')).toMatchObject({ code: 1, stderr: expect.stringContaining('winnow ledger --check') })
})
