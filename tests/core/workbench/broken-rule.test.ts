import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect, it } from 'vitest'
import { createWorkbench } from '#workbench'
import { hostIn, lastEvent, openWorkbench, SAMPLE } from '../../support/open-workbench.ts'

const packOf = (drop: string) =>
  `rules:\n  - {id: mine, version: 1, title: Mine, help: Of mine., severity: low, drop: ${drop}, says: "{calls} calls"}\n`

it('a workspace whose recipe needs a broken rule opens, tells what is wrong where the recipe is used, and takes another recipe', async () => {
  const first = await openWorkbench()
  const { path } = await first.client.workspace.info()
  await lastEvent(await first.client.source.add({ source: SAMPLE, take: 2 }))
  await mkdir(join(path, 'rules'))
  await writeFile(join(path, 'rules/mine.yaml'), packOf('calls >= 0'))
  const applied = await first.client.recipe.apply({ text: 'steps: [{rule: mine}]', name: 'own' })
  const { total } = applied.funnel
  expect(applied.funnel).toMatchObject({ kept: 0, dropped: total })
  expect(await first.client.recipe.bookFaults()).toEqual([])
  await first.close()

  await writeFile(join(path, 'rules/mine.yaml'), packOf('cals >= 0'))
  const second = await createWorkbench(hostIn(first.folder))
  await second.ready
  const client = createRouterClient(second.router)
  const broken = 'rules/mine.yaml, line 2: '
  expect(await client.workspace.info()).toMatchObject({
    recipe: { name: 'own', hash: '' },
    trouble: { message: expect.stringContaining(broken) },
  })
  expect((await client.example.page({ offset: 0, limit: 10, selection: {}, sort: null })).total).toBe(total)
  expect((await client.recipe.bookFaults())[0]?.message).toContain(broken)
  await expect(client.recipe.current()).rejects.toMatchObject({
    data: { kind: 'recipe-invalid', message: expect.stringContaining(broken) },
  })
  const [tutorial] = await client.recipe.bundled()
  await client.recipe.apply({ text: tutorial?.text ?? '' })
  expect(await client.workspace.info()).toMatchObject({ recipe: { name: 'tutorial' }, trouble: null })
  await second.close()
  await first.remove()
})
