import { expect, it } from 'vitest'
import { callFactsOf } from '#measure'
import { fileHistory } from '#parse'
import { fileEvents } from '../../../../src/core/parse/files/file-events.ts'
import { agrees } from '../../../../src/core/parse/files/file-state.ts'
import { parseExample } from '../../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'

const title = hasSharedData ? 'says of real runs nothing that a later look at the file contradicts' : 'skipped: no ../shared/data'

it.skipIf(!hasSharedData)(title, () => {
  const contradicted: string[] = []
  let confirmed = 0
  for (const name of sharedFiles('messages-r3')) {
    for (const row of sharedRows(name)) {
      const example = parseExample(row, { file: name })
      const facts = callFactsOf(example)
      const history = fileHistory(example, facts)
      for (const event of fileEvents(example, facts)) {
        if (event.kind !== 'see' || event.shown === null) continue
        const file = history.files.find(({ path }) => path === event.path)
        const before = history.stateAt(event.path, event.step - 1)
        if (before.kind !== 'text' || !file?.editSteps.some((step) => step < event.step)) continue
        if (agrees(before, event.shown)) confirmed++
        else contradicted.push(`${example.id}, step ${event.step}`)
      }
    }
  }
  expect(contradicted).toEqual([])
  expect(confirmed).toBeGreaterThan(50)
})
