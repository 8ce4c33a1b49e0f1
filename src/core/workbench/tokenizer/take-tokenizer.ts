import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { counterFrom, encodingOf, readTokenizer, type TokenizerRef } from '#measure'
import { fault } from '#record'
import { keepFile } from '../keep-file.ts'
import type { Session } from '../session.ts'
import { tokenizerName } from './tokenizer-name.ts'
import { tokenizerPath } from './tokenizer-setting.ts'

/** The encodings that come with Winnow. */
const OWN = ['o200k_base', 'cl100k_base'] as const

/**
 * The tokenizer somebody names: `o200k_base`, `cl100k_base`, the encoding in force, or the path of a `tokenizer.json` or of the folder it is in. A file
 * is read to its end and copied into the workspace, for it may be another one tomorrow.
 * @throws FaultError `not-found`, `unreadable` or `bad-input` saying what is wrong; `disk-full` or `read-only` where it cannot be copied
 */
export async function takeTokenizer(said: string, { plan, workspace }: Pick<Session, 'plan' | 'workspace'>): Promise<TokenizerRef> {
  if (said === encodingOf(plan.tokenizer)) return plan.tokenizer
  const own = OWN.find((name) => name === said.trim())
  if (own) return { kind: 'tiktoken', name: own }
  const path = await filePath(said)
  const file = readTokenizer(path)
  const { sha256 } = file
  const ref: TokenizerRef = { kind: 'file', name: tokenizerName(path), sha256, path: tokenizerPath(workspace.path, sha256) }
  counterFrom(file, encodingOf(ref), path)
  await keepFile(file.bytes, ref.path)
  return ref
}

async function filePath(said: string): Promise<string> {
  const path = resolve(said)
  const found = await stat(path).catch(() => null)
  if (found) return found.isDirectory() ? join(path, 'tokenizer.json') : path
  throw fault('not-found', `There is no tokenizer ${JSON.stringify(said)}: neither ${OWN.join(' nor ')}, nor a file.`, {
    culprit: said,
    remedy: 'Name one of these, or the path of a model’s tokenizer.json.',
  })
}
