import { saveFile } from '../widgets/save-file.ts'
import { toast } from '../widgets/toast-store.ts'
import { csvOf } from './csv.ts'
import { pictureOf } from './picture.ts'
import { pngOf } from './png-of.ts'
import type { PlotTable } from './types.ts'

/** How a plot can be taken away. */
export type Form = 'PNG' | 'SVG' | 'CSV'

/** What is taken away. `drawing` is null where a card holds only a table. */
export interface Plot {
  title: string
  name: string
  source: string
  table: PlotTable
  drawing: SVGSVGElement | null
}

const TYPES: Record<Form, string> = { PNG: 'image/png', SVG: 'image/svg+xml', CSV: 'text/csv' }

/** Copies a plot and says so; where the clipboard cannot be written a file is saved in its place. */
export async function copyPlot(plot: Plot, form: Form): Promise<void> {
  try {
    await navigator.clipboard.write([clipOf(plot, form)])
    toast({ text: `Copied ${plot.title} as ${form}` })
  } catch {
    await savePlot(plot, form, 'The clipboard could not be written. ')
  }
}

/** Saves a plot as a file and says under which name. */
export async function savePlot(plot: Plot, form: Form, before = ''): Promise<void> {
  const file = `${fileStem(plot.name)}.${form.toLowerCase()}`
  try {
    saveFile(await blobOf(plot, form), file)
    toast({ text: `${before}Saved ${file}` })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    toast({ text: `${before}${plot.title} could not be made a ${form}: ${why}. Try CSV.`, tone: 'drop' })
  }
}

/** A name no file system minds: letters, digits, points and dashes, at most 80. */
export function fileStem(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '')
  return plain === '' ? 'plot' : plain.slice(0, 80)
}

/** A PNG is promised, so that the clipboard is asked while the click still counts; the rest goes as text, which pastes everywhere. */
function clipOf(plot: Plot, form: Form): ClipboardItem {
  if (form === 'PNG') return new ClipboardItem({ 'image/png': blobOf(plot, 'PNG') })
  return new ClipboardItem({ 'text/plain': new Blob([textOf(plot, form)], { type: 'text/plain' }) })
}

function blobOf(plot: Plot, form: Form): Promise<Blob> {
  if (form === 'PNG') return pngOf(pictureFor(plot))
  return Promise.resolve(new Blob([textOf(plot, form)], { type: TYPES[form] }))
}

function textOf(plot: Plot, form: Exclude<Form, 'PNG'>): string {
  return form === 'CSV' ? csvOf(plot.table) : pictureFor(plot).text
}

function pictureFor({ drawing, title, source }: Plot) {
  if (!drawing) throw new Error('there is no drawing')
  return pictureOf(drawing, { title, source })
}
