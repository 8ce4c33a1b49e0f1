import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { FaultError, fault, toFault } from '#record'
import type { TokenizerRef } from '../../types.ts'
import { FileCounter } from './file-counter.ts'
import { FileEncoder } from './file-encoder.ts'
import { noTokenizer, parseTokenizer } from './tokenizer-config.ts'

/** The largest there are have 35 MB. */
const LARGEST = 100_000_000

/** A tokenizer's file with the name of its content. */
export interface TokenizerFile {
  bytes: Buffer
  /** In hex. */
  sha256: string
}

/**
 * Reads a tokenizer's file.
 * @throws FaultError `not-found`, `unreadable` or `bad-input` (a folder, larger than 100 MB)
 */
export function readTokenizer(path: string): TokenizerFile {
  try {
    const found = statSync(path)
    if (!found.isFile()) throw noTokenizer(path, 'it is not a file')
    if (found.size > LARGEST) throw noTokenizer(path, `it has ${(found.size / 1e6).toFixed(0)} MB, and more than 100 MB are not read`)
    const bytes = readFileSync(path)
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    throw new FaultError(toFault(error, path), { cause: error })
  }
}

/**
 * The counter of a tokenizer's file.
 * @throws FaultError `bad-input` saying what is wrong with it
 */
export function counterFrom({ bytes }: TokenizerFile, encoding: string, path: string): FileCounter {
  const config = parseTokenizer(bytes.toString('utf8'), path)
  try {
    return new FileCounter(encoding, config)
  } catch (error) {
    throw noTokenizer(path, error instanceof Error ? error.message : String(error), error)
  }
}

/**
 * The counter of the file as it was when it was chosen.
 * @throws FaultError `not-found` when the file is gone or another one by now
 */
export function chosenCounter(ref: Extract<TokenizerRef, { kind: 'file' }>, encoding: string): FileCounter {
  const file = readChosen(ref)
  if (file.sha256 !== ref.sha256) throw lost(ref, 'has changed since it was chosen')
  return counterFrom(file, encoding, ref.path)
}

/**
 * The encoder of the file as it was when it was chosen; null when its model is no byte-pair one.
 * @throws FaultError `not-found` when the file is gone or another one by now
 */
export function chosenEncoder(ref: Extract<TokenizerRef, { kind: 'file' }>, encoding: string): FileEncoder | null {
  const file = readChosen(ref)
  if (file.sha256 !== ref.sha256) throw lost(ref, 'has changed since it was chosen')
  const config = parseTokenizer(file.bytes.toString('utf8'), ref.path)
  return config.type === 'BPE' ? new FileEncoder(encoding, config) : null
}

function readChosen(ref: Extract<TokenizerRef, { kind: 'file' }>): TokenizerFile {
  try {
    return readTokenizer(ref.path)
  } catch (error) {
    throw lost(ref, 'cannot be read', error)
  }
}

function lost({ name, path }: { name: string; path: string }, what: string, cause?: unknown) {
  return fault('not-found', `The tokenizer ${name} ${what}: ${path}.`, {
    culprit: path,
    remedy: 'Choose it again, or another one: winnow tokenizer FILE, or Settings, Tokens.',
    cause,
  })
}
