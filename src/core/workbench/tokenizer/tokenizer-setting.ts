import { join } from 'node:path'
import { z } from 'zod'
import { DEFAULT_TOKENIZER, SHA_DIGITS, type TokenizerRef } from '#measure'

/** Setting of the workspace that holds the tokenizer chosen for it. */
export const TOKENIZER = 'tokenizer'

/** Folder of a workspace with the files chosen, each named by its content. */
export const TOKENIZERS = 'tokenizers'

/** Without a path: a workspace may be copied or moved. The digits name a file, so nothing but digits may stand there. */
const stored = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tiktoken'), name: z.enum(['o200k_base', 'cl100k_base']) }),
  z.object({ kind: z.literal('file'), name: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
])

/** The tokenizer a setting names; the default one when nobody chose, or nobody can read what was. */
export function tokenizerOf(setting: string | null, workspacePath: string): TokenizerRef {
  const read = stored.safeParse(parsed(setting))
  if (!read.success) return DEFAULT_TOKENIZER
  return read.data.kind === 'file' ? { ...read.data, path: tokenizerPath(workspacePath, read.data.sha256) } : read.data
}

/** What is remembered of a tokenizer. */
export function settingOf(tokenizer: TokenizerRef): string {
  return JSON.stringify(stored.parse(tokenizer))
}

/** Where a workspace keeps the file with this content. */
export function tokenizerPath(workspacePath: string, sha256: string): string {
  return join(workspacePath, TOKENIZERS, `${sha256.slice(0, SHA_DIGITS)}.json`)
}

function parsed(setting: string | null): unknown {
  try {
    return JSON.parse(setting ?? 'null')
  } catch {
    return null
  }
}
