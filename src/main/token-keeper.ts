import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { safeStorage } from 'electron'
import type { TokenAnswer } from '../preload/bridge.ts'

/** The Hub's token in the system's keychain: Keychain on a Mac, DPAPI on Windows, the secret service on Linux. */
export interface TokenKeeper {
  /** Null when none is kept, or what is kept cannot be read on this machine any more. */
  read(): string | null
  /** Null forgets it. */
  save(token: string | null): TokenAnswer
}

/**
 * Keeps the token encrypted in `file` with a key that only the keychain has. Where Electron has nothing but a fixed key of its own
 * (`basic_text`, a Linux without a secret service), it refuses: that would be plain text with extra steps.
 */
export function createTokenKeeper(file: string): TokenKeeper {
  return {
    read() {
      try {
        return hasKeychain() ? safeStorage.decryptString(readFileSync(file)) : null
      } catch {
        return null
      }
    },
    save(token) {
      if (token === null) return forget(file)
      if (!token.startsWith('hf_')) return { kind: 'refused', reason: 'A token of the Hub begins with hf_.' }
      if (!hasKeychain()) {
        return { kind: 'refused', reason: 'This system has no keychain Winnow can use; set HF_TOKEN before starting Winnow instead.' }
      }
      return write(file, safeStorage.encryptString(token))
    },
  }
}

function hasKeychain(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

function write(file: string, secret: Buffer): TokenAnswer {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, secret, { mode: 0o600 })
    renameSync(`${file}.new`, file)
    return { kind: 'saved' }
  } catch (error) {
    return { kind: 'refused', reason: `The token could not be written: ${(error as NodeJS.ErrnoException).code ?? 'unknown reason'}.` }
  }
}

function forget(file: string): TokenAnswer {
  rmSync(file, { force: true })
  return { kind: 'saved' }
}
