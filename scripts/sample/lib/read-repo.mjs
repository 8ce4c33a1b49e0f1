import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readTxtar } from './txtar.mjs'

/**
 * @typedef {object} Repo
 * @property {string} name directory name under /workspace
 * @property {string} slug `owner/name`
 * @property {string} license
 * @property {string} language
 * @property {string} test shell command that runs every test, from the repository root
 * @property {{ message: string, prefixes: string[] }[]} commits oldest first; files no commit names go into the last
 * @property {Map<string, string>} files
 */

/** @param {string} line */
function readCommit(line) {
  const [message = '', prefixes = ''] = line.split(' :: ')
  return { message, prefixes: prefixes.split(' ').filter(Boolean) }
}

/**
 * Reads `repos/<name>.txtar`; its comment holds `key: value` lines.
 * @param {string} path
 * @returns {Repo}
 */
export function readRepo(path) {
  const { comment, files } = readTxtar(readFileSync(path, 'utf8'))
  const pairs = comment.split('\n').flatMap((line) => {
    const found = /^(\w+): (.*)$/.exec(line)
    return found ? [[found[1] ?? '', found[2] ?? '']] : []
  })
  /** @param {string} key */
  const value = (key) => {
    const pair = pairs.find(([name]) => name === key)
    if (!pair) throw new Error(`${path}: no "${key}:" line before the first file`)
    return pair[1] ?? ''
  }
  const name = basename(path, '.txtar')
  const commits = pairs.filter(([key]) => key === 'commit').map(([, text]) => readCommit(text ?? ''))
  return {
    name,
    slug: `winnow-sample/${name}`,
    license: value('license'),
    language: value('language'),
    test: value('test'),
    commits,
    files,
  }
}
