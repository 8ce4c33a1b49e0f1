import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalise } from './normalise.mjs'

const BIN = join(dirname(fileURLToPath(import.meta.url)), '../../../node_modules/.bin')
const DATE = '2025-03-03T09:00:00+00:00'

/** One environment for every command: no user configuration, no locale, no clock in commits, no network. */
export const ENVIRONMENT = {
  PATH: `${BIN}:${process.env.PATH ?? ''}`,
  HOME: process.env.HOME ?? '/tmp',
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  TERM: 'dumb',
  COLUMNS: '80',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_PAGER: 'cat',
  GIT_AUTHOR_NAME: 'Sample Author',
  GIT_AUTHOR_EMAIL: 'sample@example.org',
  GIT_COMMITTER_NAME: 'Sample Author',
  GIT_COMMITTER_EMAIL: 'sample@example.org',
  GIT_AUTHOR_DATE: DATE,
  GIT_COMMITTER_DATE: DATE,
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONHASHSEED: '0',
  PYTEST_ADDOPTS: '-p no:cacheprovider',
  GOFLAGS: '-count=1',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  CARGO_BUILD_JOBS: '1',
  CARGO_NET_OFFLINE: 'true',
  CARGO_TERM_COLOR: 'never',
  RUST_TEST_THREADS: '1',
  NO_COLOR: '1',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_update_notifier: 'false',
}

/** A shell with a working directory that lasts, over the directory that stands for /workspace. */
export class Shell {
  /** @param {string} root @param {string} cwd as the agent sees it, under /workspace */
  constructor(root, cwd) {
    this.root = root
    this.cwd = cwd
  }

  /** @param {string} text with /workspace paths */
  toReal(text) {
    return text.replaceAll('/workspace', this.root)
  }

  /**
   * Runs a command; stdout and stderr come back as one text, normalised.
   * @param {string} command @param {Record<string, string>} [extra] environment
   * @returns {{ code: number, output: string }}
   */
  run(command, extra = {}) {
    const out = join(this.root, '.output')
    const state = join(this.root, '.cwd')
    const fd = openSync(out, 'w')
    const script = `trap 'pwd > ${state}' EXIT; cd ${this.toReal(this.cwd)}; eval "$WINNOW_COMMAND"`
    const env = { ...ENVIRONMENT, ...extra, WINNOW_COMMAND: this.toReal(command) }
    const done = spawnSync('bash', ['-c', script], { env, stdio: ['ignore', fd, fd], timeout: 180_000 })
    closeSync(fd)
    const output = normalise(readFileSync(out, 'utf8'), this.root)
    this.cwd = readFileSync(state, 'utf8').trim().replaceAll(this.root, '/workspace')
    rmSync(out)
    rmSync(state)
    return { code: done.status ?? 124, output }
  }

  /** Runs a command that has to succeed.
   * @param {string} command @param {Record<string, string>} [extra] */
  must(command, extra = {}) {
    const { code, output } = this.run(command, extra)
    if (code !== 0) throw new Error(`exit ${code}: ${command}\n${output}`)
    return output
  }
}
