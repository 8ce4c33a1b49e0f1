import type { z } from 'zod'
import type { packOpenEvent, packOpened } from '#contract'
import { putRecipe } from '../apply-recipe.ts'
import { announce, type Desk } from '../desk.ts'
import type { JobHandle } from '../jobs.ts'
import { mergeLedger } from './merge-ledger.ts'
import { type CheckedPack, checkPack } from './other-ledger.ts'
import type { PackHeader } from './pack-format.ts'
import { type TakenExamples, takeExamples } from './take-examples.ts'
import { takeOwnFiles } from './take-own-files.ts'
import { takeRecipe } from './take-recipe.ts'

/**
 * Takes in a review pack: its rule packs, its examples, its recipe where nobody chose one, a queue of its examples, and its ledger. It is read to its
 * end first, so that of a pack that is not whole nothing is taken. Opened again, it adds what is still missing.
 */
export async function* openPack(desk: Desk, path: string, signal: AbortSignal): AsyncGenerator<z.infer<typeof packOpenEvent>> {
  const job = desk.jobs.start('opening a pack', 'examples')
  try {
    yield { kind: 'progress', done: 0, total: null }
    const pack = await checkPack(path, signal)
    const { header } = pack
    const fileNotes = await takeOwnFiles(desk.session.workspace.path, header)
    const { recipe, isApplied, notes } = await takeRecipe(desk, header)
    let isWhole = false
    let examples: TakenExamples
    try {
      examples = yield* takeAndTell(desk, path, header, job, signal)
      isWhole = true
    } finally {
      // What stopped it is what is told; the rows that came before have their verdicts all the same.
      if (!isWhole && !desk.session.closing.signal.aborted) await putRecipe(desk, recipe).catch(() => undefined)
    }
    await putRecipe(desk, recipe, signal)
    const { items, ...taken } = examples
    keepRecipe(desk, header)
    const queue = await putQueue(desk, pack, items)
    const merged = await mergeCarried(desk, pack)
    const result: z.infer<typeof packOpened> = {
      ...taken,
      queue,
      recipe: { name: header.recipe.name, isApplied },
      notes: [...fileNotes, ...notes],
      merged,
    }
    yield { kind: 'done', result }
  } finally {
    job.end()
    await announce(desk, 'examples')
  }
}

async function* takeAndTell(
  desk: Desk,
  path: string,
  header: PackHeader,
  job: JobHandle,
  signal: AbortSignal,
): AsyncGenerator<z.infer<typeof packOpenEvent>, TakenExamples> {
  const examples = takeExamples(desk, path, header, signal)
  for (;;) {
    const step = await examples.next()
    if (step.done) return step.value
    job.progress(step.value, header.examples)
    yield { kind: 'progress', done: step.value, total: header.examples }
  }
}

/** What the pack's examples were judged by is known from now on, whether or not it is applied here. */
function keepRecipe({ session }: Desk, { recipe: { hash, ...recipe }, madeAt }: PackHeader): void {
  session.workspace.record.keepRecipe(hash, { ...recipe, firstAt: madeAt })
}

/** One queue a pack: opened again, it is the one there is. */
async function putQueue(desk: Desk, { header, id }: CheckedPack, items: { id: string; needs: number }[]): Promise<string | null> {
  const { record } = desk.session.workspace
  if (header.queue === null || items.length === 0) return null
  if (!record.queues().some((queue) => queue.id === id)) {
    record.putQueue({ id, madeAt: desk.now().toISOString(), definition: { ...header.queue, size: items.length } }, items)
  }
  return id
}

function mergeCarried(desk: Desk, { ledger }: CheckedPack) {
  return ledger ? desk.session.exclusiveDecision(() => mergeLedger(desk, ledger)) : null
}
