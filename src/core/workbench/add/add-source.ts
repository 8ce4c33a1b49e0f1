import type { z } from 'zod'
import type { addEvent, addInput } from '#contract'
import { createRowReader } from '#source'
import { putRecipe } from '../apply-recipe.ts'
import { keepWithinBudget } from '../cache/keep-within-budget.ts'
import { announce, type Desk } from '../desk.ts'
import { recipeInForce } from '../recipe-in-force.ts'
import { startProgress } from './add-progress.ts'
import { resultOf } from './add-result.ts'
import type { Adding } from './adding.ts'
import { checkFlags, checkSource } from './check-input.ts'
import { checkShape } from './check-shape.ts'
import { indexFiles } from './index-files.ts'
import { movedEvent } from './moved-event.ts'
import { type Opening, openForAdd } from './open-for-add.ts'
import { readWhole } from './read-whole.ts'
import { registerSource } from './register-source.ts'
import { removeOutdated } from './remove-outdated.ts'
import { takeRows } from './take/take-rows.ts'
import { withTicks } from './with-ticks.ts'

type AddInput = z.infer<typeof addInput>
type AddEvent = z.infer<typeof addEvent>

/** Progress is told this often while a step takes longer. */
const TICK_MS = 500

/**
 * Opens a source and stores every row with its measures (or N of each combination, or only the index), going on where an earlier call stopped.
 * A Hub source whose branch moved ends in a question unless the input answers it. What has been written stays when the signal aborts. Ends with
 * the recipe applied to everything measured, also when it ends early.
 */
export async function* addSource(desk: Desk, input: AddInput, signal: AbortSignal): AsyncGenerator<AddEvent> {
  checkFlags(input)
  const progress = startProgress(input.indexOnly ? 'indexing' : 'reading', desk.session.hub.traffic)
  const opening = await openForAdd(desk, input, signal)
  checkSource(opening.whole, input)
  const moved = movedEvent(desk, opening, input)
  if (moved) return yield moved
  await checkShape(opening.part, signal)
  const adding = begin(desk, opening, signal, progress)
  yield openedEvent(adding)
  const job = desk.jobs.start(input.indexOnly ? 'indexing' : 'adding', 'rows')
  let isJudged = false
  try {
    for await (const _ of withTicks(work(adding, input), TICK_MS)) {
      job.progress(progress.rows, progress.totalRows)
      yield progress.event()
    }
    await removeOutdated(adding)
    await putRecipe(desk, await recipeInForce(desk))
    isJudged = true
    await keepWithinBudget(desk, { isEnd: true })
  } finally {
    job.end()
    await adding.reader.close()
    if (!isJudged) await judgeWhatCame(desk)
    await announce(desk, 'examples')
  }
  yield { kind: 'done', result: await resultOf(adding) }
}

/** From here on the workspace knows the source. */
function begin(desk: Desk, opening: Opening, signal: AbortSignal, progress: Adding['progress']): Adding {
  const { whole, part, notes } = opening
  const sourceId = registerSource(desk, opening)
  progress.files = part.files.length
  return {
    desk,
    opened: part,
    reader: createRowReader({ workerUrl: desk.options.readWorkerUrl }),
    sourceId,
    revision: whole.revision,
    signal,
    progress,
    done: new Set(
      desk.session.workspace.record
        .fileProgress(sourceId)
        .filter(({ isDone }) => isDone)
        .map(({ path }) => path),
    ),
    failed: new Set(),
    notes: [...notes],
    announcedAt: Number.NEGATIVE_INFINITY,
  }
}

function openedEvent({ opened, sourceId, revision, notes }: Adding): AddEvent {
  const bytes = opened.files.reduce((sum, file) => sum + file.bytes, 0)
  return { kind: 'opened', sourceId, revision, files: opened.files.length, bytes, notes }
}

function work(adding: Adding, { take, seed, indexOnly }: AddInput): AsyncGenerator<unknown> {
  if (indexOnly) return indexFiles(adding)
  return take === undefined ? readWhole(adding) : takeRows(adding, { take, ...(seed === undefined ? {} : { seed }) })
}

/** What stopped the add is what is told, so this fails in silence; a workspace that is being left is judged when it is opened next. */
async function judgeWhatCame(desk: Desk): Promise<void> {
  if (desk.session.closing.signal.aborted) return
  await recipeInForce(desk)
    .then((recipe) => putRecipe(desk, recipe))
    .catch(() => undefined)
}
