import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { buildFolder } from '../support/rows-on-disk.ts'

const SCRIPT = resolve(import.meta.dirname, '../../scripts/fake-hub.mjs')

/** Starts the script and waits for what it says first. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [SCRIPT, ...args], { env: { ...process.env, INIT_CWD: undefined } })
  onTestFinished(() => {
    child.kill('SIGINT')
  })
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  return { child, said, url: /http:\/\/\S+/.exec(said)?.[0] ?? '' }
}

it('serves a folder, and says how to try it', async () => {
  const { child, said, url } = await start(buildFolder({ 'train.jsonl': '{}\n' }), '--repo', 'octo/toy')
  expect(said).toContain(`HF_ENDPOINT=${url} npm run -s winnow -- add hf://datasets/octo/toy`)
  expect(await (await fetch(`${url}/datasets/octo/toy/resolve/main/train.jsonl`)).text()).toBe('{}\n')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('asks for the token it was given', async () => {
  const { said, url } = await start(buildFolder({ 'train.jsonl': '{}\n' }), '--repo', 'octo/toy', '--token', 'hf_mine')
  expect(said).toContain('HF_TOKEN=hf_mine')
  const info = `${url}/api/datasets/octo/toy`
  expect((await fetch(info)).status).toBe(401)
  expect((await fetch(info, { headers: { Authorization: 'Bearer hf_mine' } })).status).toBe(200)
})

it('breaks off as often as it is told', async () => {
  const { url } = await start(buildFolder({ 'train.jsonl': '{}\n' }), '--repo', 'octo/toy', '--fail', 'every2')
  const isWhole = () =>
    fetch(`${url}/datasets/octo/toy/resolve/main/train.jsonl`)
      .then((answer) => answer.text())
      .then(() => true)
      .catch(() => false)
  expect([await isWhole(), await isWhole(), await isWhole(), await isWhole()]).toEqual([true, false, true, false])
})

it.each([
  [[], 'usage: npm run fake-hub'],
  [['/nowhere'], '/nowhere is not a folder'],
  [['.', '--repo', 'toy'], '--repo toy: write OWNER/NAME'],
  [['.', '--token', 'mine'], 'starts with hf_'],
  [['.', '--slow', 'very'], '--slow very: write a whole number'],
])('refuses %j', (args, message) => {
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, expect.stringContaining(message)])
})
