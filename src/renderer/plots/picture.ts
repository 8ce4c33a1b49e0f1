import { labelText } from './label-text.ts'
import { plainColor } from './plain-color.ts'

/** A drawing as a file of its own: SVG text with every colour and font in it. */
export interface Picture {
  text: string
  width: number
  height: number
}

const SVG = 'http://www.w3.org/2000/svg'
const PAD = 16
const HEAD = 28
const FOOT = 24

/** Computed properties that are written out, with what SVG takes for granted. */
const PLAIN_STYLES: Record<string, string> = {
  opacity: '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'font-size': '',
  'font-weight': '400',
  'text-anchor': 'start',
}

/** The drawing with its title above and a line on its source below, on the theme's surface; what is for the screen only is left out. */
export function pictureOf(drawing: SVGSVGElement, { title, source }: { title: string; source: string }): Picture {
  const inner = plainCopy(drawing)
  const width = drawing.width.baseVal.value + 2 * PAD
  const height = drawing.height.baseVal.value + HEAD + PAD + (source === '' ? 0 : FOOT)
  const token = tokensOf(drawing)
  const svg = make('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}` })
  inner.setAttribute('x', String(PAD))
  inner.setAttribute('y', String(PAD + HEAD - 8))
  const name = make('title', {})
  name.textContent = labelText(title)
  svg.append(
    name,
    make('rect', { width, height, fill: token('--surface') }),
    words(title, { x: PAD, y: PAD + 10, fill: token('--text'), 'font-size': 14, 'font-weight': 600 }),
    inner,
  )
  if (source !== '') svg.append(words(source, { x: PAD, y: height - 12, fill: token('--muted'), 'font-size': 10 }))
  return { text: new XMLSerializer().serializeToString(svg), width, height }
}

/** A copy that needs no style sheet: classes and tokens become colours, fonts their generic families. */
function plainCopy(drawing: SVGSVGElement): Element {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const originals = [drawing, ...drawing.querySelectorAll('*')]
  const copies = [copy, ...copy.querySelectorAll('*')]
  originals.forEach((original, place) => {
    const twin = copies[place]
    if (twin) writeStyles(getComputedStyle(original), twin)
  })
  for (const one of copy.querySelectorAll('[data-screen-only]')) one.remove()
  return copy
}

function writeStyles(style: CSSStyleDeclaration, twin: Element): void {
  for (const name of ['class', 'style', 'aria-hidden', 'focusable']) twin.removeAttribute(name)
  writePaint(style, twin, 'fill')
  writePaint(style, twin, 'stroke')
  const isText = twin.tagName === 'text'
  for (const [name, usual] of Object.entries(PLAIN_STYLES)) {
    const value = style.getPropertyValue(name)
    if (value !== usual && (isText || !/^(font|text)/.test(name))) twin.setAttribute(name, value)
  }
  if (isText) twin.setAttribute('font-family', /mono/i.test(style.fontFamily) ? 'monospace' : 'sans-serif')
}

function writePaint(style: CSSStyleDeclaration, twin: Element, kind: 'fill' | 'stroke'): void {
  const paint = plainColor(style.getPropertyValue(kind))
  const opacity = Number(style.getPropertyValue(`${kind}-opacity`)) * (paint?.opacity ?? 1)
  twin.setAttribute(kind, paint?.color ?? 'none')
  if (paint && opacity < 1) twin.setAttribute(`${kind}-opacity`, String(Number(opacity.toFixed(3))))
  else twin.removeAttribute(`${kind}-opacity`)
}

function tokensOf(element: Element): (name: string) => string {
  const style = getComputedStyle(element)
  return (name) => style.getPropertyValue(name).trim()
}

function words(text: string, attributes: Record<string, string | number>): Element {
  const element = make('text', { 'font-family': 'sans-serif', ...attributes })
  element.textContent = labelText(text)
  return element
}

function make(name: string, attributes: Record<string, string | number>): Element {
  const element = document.createElementNS(SVG, name)
  for (const [attribute, value] of Object.entries(attributes)) if (attribute !== 'xmlns') element.setAttribute(attribute, String(value))
  return element
}
