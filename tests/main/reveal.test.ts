import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ app: { isPackaged: true, on: vi.fn() }, shell: {}, ipcMain: {} }))

const { isInExport } = await import('../../src/main/reveal.ts')

describe('isInExport', () => {
  const exports = ['/home/ada/out', '/srv/sets/one']

  it.each(['/home/ada/out', '/home/ada/out/manifest.json', '/srv/sets/one/deep/file.jsonl', '/home/ada/out/..data'])('allows %s', (path) =>
    expect(isInExport(path, exports)).toBe(true),
  )

  it.each(['/home/ada', '/home/ada/out/../secret', '/home/ada/output', '/etc/passwd', 'out', ''])('refuses "%s"', (path) =>
    expect(isInExport(path, exports)).toBe(false),
  )
})
