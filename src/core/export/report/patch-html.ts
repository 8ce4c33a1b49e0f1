import { Html, html } from './html.ts'

/** A diff with its added and removed lines marked by colour and by their sign. */
export function patchHtml(clean: string): Html {
  const lines = clean.split('\n').map((line) => {
    const kind = kindOf(line)
    return kind === '' ? html`${line}`.text : html`<span class="${kind}">${line}</span>`.text
  })
  return new Html(`<pre>${lines.join('\n')}</pre>`)
}

function kindOf(line: string): string {
  if (line.startsWith('@@') || line.startsWith('diff ')) return 'place'
  if (line.startsWith('+') && !line.startsWith('+++')) return 'add'
  return line.startsWith('-') && !line.startsWith('---') ? 'del' : ''
}
