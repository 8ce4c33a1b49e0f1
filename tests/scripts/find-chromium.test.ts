import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildFolder } from '../support/rows-on-disk.ts'

const SCRIPT = resolve(import.meta.dirname, '../../scripts/find-chromium.mjs')

/** Runs the finder where nothing of this machine's browsers and package managers is in reach. */
function find(env: Record<string, string>) {
  return spawnSync(process.execPath, [SCRIPT], { encoding: 'utf8', env: { PLAYWRIGHT_BROWSERS_PATH: '/nonexistent', ...env } })
}

describe('the Chromium finder', () => {
  it('takes the one it is told to take', () => {
    const folder = buildFolder({ 'my-chromium': '' })
    expect(find({ CHROMIUM_PATH: join(folder, 'my-chromium') }).stdout.trim()).toBe(join(folder, 'my-chromium'))
  })

  it('says so when the one it is told to take is not there', () => {
    const { status, stderr } = find({ CHROMIUM_PATH: '/nowhere/chromium' })
    expect({ status, stderr: stderr.trim() }).toEqual({ status: 1, stderr: expect.stringContaining('/nowhere/chromium') })
  })

  it.runIf(process.platform === 'linux')('finds one on the path', () => {
    const folder = buildFolder({ 'bin/google-chrome': '' })
    expect(find({ PATH: join(folder, 'bin') }).stdout.trim()).toBe(join(folder, 'bin', 'google-chrome'))
  })

  it.runIf(process.platform === 'linux')('asks the distribution when Playwright cannot help, as root or by sudo', () => {
    const folder = buildFolder({
      'bin/apt-get': '#!/bin/sh\ncase "$*" in *install*) echo > "$FAKE_BIN/chromium" ;; esac\n',
      'bin/sudo': '#!/bin/sh\nshift\nexec "$@"\n',
    })
    const bin = join(folder, 'bin')
    for (const name of ['apt-get', 'sudo']) chmodSync(join(bin, name), 0o755)
    for (const name of ['env', 'true', 'sh']) symlinkSync(`/usr/bin/${name}`, join(bin, name))
    const { stdout, stderr } = find({ PATH: bin, FAKE_BIN: bin, PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9' })
    expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: join(bin, 'chromium'), stderr: expect.stringContaining('distribution') })
  })

  it.runIf(process.platform === 'linux')('says exactly what to install when nothing helps', () => {
    const empty = buildFolder()
    mkdirSync(join(empty, 'bin'))
    const { status, stderr } = find({ PATH: join(empty, 'bin'), PLAYWRIGHT_DOWNLOAD_HOST: 'http://127.0.0.1:9' })
    expect(status).toBe(1)
    expect(stderr).toContain('apt-get install -y --no-install-recommends chromium fonts-liberation')
    expect(stderr).toContain('CHROMIUM_PATH=')
  })
})
