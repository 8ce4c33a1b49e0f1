/**
 * The process that is killed. It opens the workspace the last one was killed on, tells what it finds, and then decides, takes back, tags, masks and
 * decides in bulk as fast as it can, telling each act before it asks for it and once it is acknowledged. `look` ends once it told what it finds, `make` fills an empty workspace.
 */
import { writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRouterClient } from '@orpc/server'
import type { LedgerEntry } from '#record'
import { createWorkbench } from '#workbench'
import { buildR3 } from '../support/rows.ts'
import { type Act, drawAct, NAMES } from './act.ts'
import { mirrorProblems } from './mirror-problems.ts'
import type { Said } from './said.ts'
import { seeded } from './seeded.ts'

const [, , root = '', folder = '', mode = '', knownSeq = '0', seed = '0'] = process.argv
const builtAt = (name: string): URL => pathToFileURL(join(root, 'out/main', name))

const workbench = await createWorkbench({
  workspacePath: join(folder, 'workspace'),
  configDir: join(folder, 'config'),
  resourcesDir: join(root, 'resources'),
  workerUrl: builtAt('measure-worker.js'),
  readWorkerUrl: builtAt('read-worker.js'),
  exportWorkerUrl: builtAt('export-worker.js'),
  host: 'terminal',
  version: '0.0.0-test',
})
const client = createRouterClient(workbench.router)
await workbench.ready
if (mode === 'make') await make()
else {
  await tellState()
  if (mode === 'act') await actForever()
  await workbench.close()
}

/** Written at once: what was said is in the pipe whatever happens to this process. */
function say(said: Said): void {
  writeSync(1, `${JSON.stringify(said)}\n`)
}

async function make(): Promise<void> {
  const messages = Array.from({ length: 6 }, (_, n) => ({ role: n % 2 === 0 ? 'user' : 'assistant', content: `Message ${n}.` }))
  const rows = NAMES.map((name) => JSON.stringify(buildR3({ trajectory_id: name, messages })))
  const source = join(folder, 'runs.jsonl')
  writeFileSync(source, `${rows.join('\n')}\n`)
  for await (const _ of await client.source.add({ source }));
  await workbench.close()
}

async function tellState(): Promise<void> {
  const ledger: LedgerEntry[] = []
  for (;;) {
    const page = await client.review.ledger({ afterSeq: ledger.at(-1)?.seq ?? 0, limit: 10_000 })
    for (const entry of page) ledger.push(entry)
    if (page.length < 10_000) break
  }
  for (const entry of ledger) if (entry.seq > Number(knownSeq)) say({ at: 'entry', entry })
  const { rows } = await client.example.page({ selection: {}, sort: null, offset: 0, limit: 1_000 })
  const { problems } = await client.review.check()
  say({ at: 'open', problems: [...problems.map(({ problem }) => problem), ...mirrorProblems(rows, ledger)] })
}

async function actForever(): Promise<never> {
  const random = seeded(Number(seed))
  for (let n = 0; ; n++) {
    const act = drawAct(random, `${seed}-${n}`)
    say({ at: 'ask', act })
    say({ at: 'done', made: await perform(act) })
  }
}

async function perform(act: Act): Promise<{ seq: number; hash: string } | null> {
  const { reviewer } = act
  switch (act.kind) {
    case 'decide': {
      const { seq, hash } = await client.review.decide({ id: act.id, kind: act.as, isBlind: act.isBlind, reviewer })
      return { seq, hash }
    }
    case 'bulk': {
      const { text, ids, as: kind, note } = act
      await client.review.bulk({ selection: { text }, expected: ids.length, kind, note, reviewer })
      return null
    }
    case 'undo':
    case 'redo': {
      const { seq, hash } = await client.review[act.kind]({ reviewer })
      return seq === null || hash === null ? null : { seq, hash }
    }
    case 'tag':
      await client.review.tag({ ids: act.ids, add: [act.tag], remove: [], reviewer })
      return null
    case 'flag':
      await client.review.flag({ id: act.id, isFlagged: act.isFlagged, reviewer })
      return null
    case 'mask':
      await client.step.edit({ id: act.id, edits: [{ kind: 'mask', messages: [act.message] }], reviewer })
      return null
  }
}
