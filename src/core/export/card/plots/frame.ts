import { xmlText } from '../escape.ts'

/** Width of every picture, in px. */
export const WIDTH = 720
/** Free space at each side. */
export const EDGE = 24
/** Where a plot begins, below its title. */
export const TOP = 64

/**
 * Colours of the dark theme (`renderer/styles`). A picture brings its ground along, so that it reads the same on a white page and on a dark one: a page
 * that shows it cannot tell it which it is.
 */
export const INK = {
  ground: '#14171d',
  line: '#353c4a',
  text: '#e7eaf0',
  muted: '#98a2b3',
  accent: '#7aa7ff',
  keep: '#45c08f',
  unknown: '#dcae55',
} as const

/** Names the page's fonts first; a picture in a card cannot bring them. */
const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', sans-serif"

/** A whole picture with its title and one line below it; `body` is SVG. No script, nothing fetched. */
export function frame(title: string, line: string, height: number, body: string): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${xmlText(`${title}: ${line}`)}" font-family="${FONT}" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" rx="6" fill="${INK.ground}"/>`,
    label(EDGE, 30, title, { size: 15, weight: 650 }),
    label(EDGE, 48, line, { fill: INK.muted }),
    body,
    '</svg>\n',
  ].join('\n')
}

/** Text with its baseline's place. */
export function label(x: number, y: number, text: string, look: LabelLook = {}): string {
  const { fill = INK.text, anchor = 'start', size, weight } = look
  const more = [size && ` font-size="${size}"`, weight && ` font-weight="${weight}"`, anchor === 'start' ? '' : ` text-anchor="${anchor}"`]
  return `<text x="${round(x)}" y="${round(y)}" fill="${fill}"${more.filter(Boolean).join('')}>${xmlText(text)}</text>`
}

/** See {@link label}. */
export interface LabelLook {
  fill?: string
  anchor?: 'start' | 'middle' | 'end'
  size?: number
  weight?: number
}

/** A filled bar. */
export function bar(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(width, 1))}" height="${round(height)}" rx="2" fill="${fill}"/>`
}

/** A number as people read it. */
export function figure(number: number): string {
  return number.toLocaleString('en-US')
}

/** Two places are enough for a screen, and the same everywhere. */
function round(number: number): number {
  return Math.round(number * 100) / 100
}
