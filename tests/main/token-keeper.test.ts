import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

/** A keychain whose cipher is visibly not the text. */
const safeStorage = {
  isEncryptionAvailable: vi.fn(() => true),
  getSelectedStorageBackend: vi.fn(() => 'gnome_libsecret'),
  encryptString: (text: string) => Buffer.from([...Buffer.from(text)].map((byte) => byte ^ 0x5a)),
  decryptString: (secret: Buffer) => {
    const text = Buffer.from([...secret].map((byte) => byte ^ 0x5a)).toString()
    if (!text.startsWith('hf_')) throw new Error('cannot decrypt')
    return text
  },
}
vi.mock('electron', () => ({ safeStorage }))

const { createTokenKeeper } = await import('../../src/main/token-keeper.ts')

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'winnow-token-'))
  file = join(folder, 'deep', 'token')
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

describe('the token keeper', () => {
  it('keeps a token encrypted, for its owner alone, and gives it back', () => {
    const keeper = createTokenKeeper(file)
    expect(keeper.read()).toBeNull()
    expect(keeper.save('hf_secret')).toEqual({ kind: 'saved' })
    expect(keeper.read()).toBe('hf_secret')
    expect(readFileSync(file, 'latin1')).not.toContain('hf_secret')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('forgets it', () => {
    const keeper = createTokenKeeper(file)
    keeper.save('hf_secret')
    expect(keeper.save(null)).toEqual({ kind: 'saved' })
    expect(keeper.read()).toBeNull()
    expect(keeper.save(null)).toEqual({ kind: 'saved' })
  })

  it('refuses what is no token of the Hub, without repeating it', () => {
    const answer = createTokenKeeper(file).save('sk-other-secret')
    expect(answer).toEqual({ kind: 'refused', reason: 'A token of the Hub begins with hf_.' })
  })

  it('refuses where the keychain is a fixed key', () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux')
    safeStorage.getSelectedStorageBackend.mockReturnValueOnce('basic_text')
    expect(createTokenKeeper(file).save('hf_secret')).toMatchObject({ kind: 'refused', reason: expect.stringContaining('HF_TOKEN') })
    safeStorage.isEncryptionAvailable.mockReturnValueOnce(false)
    expect(createTokenKeeper(file).save('hf_secret')).toMatchObject({ kind: 'refused' })
  })

  it('reads nothing from a file of another machine', () => {
    const keeper = createTokenKeeper(file)
    keeper.save('hf_secret')
    writeFileSync(file, 'other bytes')
    expect(keeper.read()).toBeNull()
  })
})
