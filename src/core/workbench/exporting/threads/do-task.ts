import { makeRow, makeTemplate, packRows, trainerView } from '#export'
import { makerOf } from './maker-of.ts'
import type { ExportAnswers, ExportTask } from './task.ts'
import { unpackExample } from './unpack-example.ts'

/** A thread's work: one task. @throws FaultError naming the example */
export async function doTask(task: ExportTask): Promise<ExportAnswers[ExportTask['kind']]> {
  if (task.kind === 'pack') return packRows(task.columns, task.rows)
  if (task.kind === 'try') return makeTemplate(task.template).info
  const make = task.kind === 'row' ? makeRow : trainerView
  const isCut = task.examples.some(({ edits }) => edits.cutAfter !== null)
  return make(makerOf(task.source, isCut), task.examples.map(unpackExample))
}
