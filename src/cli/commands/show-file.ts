import type { Answers } from '../answers.ts'
import { printable } from '../fault-lines.ts'
import { formatTable } from '../format/table.ts'
import { joinPieces, PIECE } from '../read-example.ts'
import type { Client } from '../session.ts'
import type { Terminal } from '../terminal.ts'

interface Asked {
  id: string
  /** True for the list of files. */
  path: string | true
  /** Undefined is the last. */
  step: number | undefined
}

interface Teller {
  client: Client
  terminal: Terminal
  isJson: boolean
}

/** Prints the files a run touched, or one of them as it stood after a step; what is not known of it goes to stderr. */
export async function tellFile({ client, terminal, isJson }: Teller, { id, path, step }: Asked): Promise<void> {
  const { signal } = terminal
  if (path === true) {
    const files = await client.example.files({ id }, { signal })
    return terminal.out(isJson ? JSON.stringify(files) : formatFiles(files))
  }
  const after = step ?? (await client.example.get({ id }, { signal })).steps.length
  const at = (offset: number) => client.example.fileAt({ id, path, step: after, offset, limit: PIECE }, { signal })
  const { piece, ...known } = await at(0)
  const text = await joinPieces(async (offset) => (await at(offset)).piece, piece)
  if (isJson) return terminal.out(JSON.stringify({ ...known, step: after, text }))
  if (text !== '') terminal.out(printable(text))
  terminal.note(printable(`${path} after step ${after}: ${known.why ?? 'whole'}`))
}

function formatFiles(files: Answers['example']['files']): string {
  if (files.length === 0) return 'the run touches no file'
  return formatTable(
    [{ heading: 'file' }, { heading: 'changed in steps' }, { heading: 'shown in steps' }],
    files.map(({ path, editSteps, viewSteps }) => [path, editSteps.join(', '), viewSteps.join(', ')]),
  )
}
