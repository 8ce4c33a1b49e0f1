import type { EditChange } from '#record'

/** The texts a run wrote, for telling what code it then runs. */
export interface WrittenCode {
  /** Keeps a text under its file's name; later ones are added. */
  keep(path: string, text: string): void
  /** A script with the text of every written file it names. */
  withCode(script: string): string
}

/** Names and characters that are kept. */
const MOST = { names: 500, characters: 100_000 }

/** See {@link WrittenCode}. */
export function writtenCode(): WrittenCode {
  const texts = new Map<string, string>()
  return {
    keep(path, text) {
      const base = path.slice(path.lastIndexOf('/') + 1)
      if (texts.size < MOST.names) texts.set(base, `${texts.get(base) ?? ''}\n${text}`.slice(0, MOST.characters))
    },
    withCode(script) {
      if (script.length > MOST.characters) return script
      const run = [...texts].filter(([base]) => script.includes(base)).map(([, text]) => text)
      return [script, ...run].join('\n')
    },
  }
}

/** The text an edit brings into a file. */
export function textOfChange(change: EditChange): string {
  if (change.kind === 'undo') return ''
  return change.kind === 'replace' ? change.after : change.text
}
