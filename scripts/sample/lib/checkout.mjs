import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Shell } from './shell.mjs'

/** A repository laid out in a temporary directory, at the base commit of a task. */
export class Checkout {
  /** @param {import('./read-repo.mjs').Repo} repo */
  constructor(repo) {
    this.repo = repo
    this.root = mkdtempSync(join(tmpdir(), 'winnow-sample-'))
    this.shell = new Shell(this.root, `/workspace/${repo.name}`)
    mkdirSync(join(this.root, repo.name))
    this.#commitHistory()
    this.base = this.shell.must('git rev-parse HEAD').trim()
    this.future = ''
  }

  /** @param {string} path relative to the repository */
  real(path) {
    return join(this.root, this.repo.name, path)
  }

  /** @param {string} path @param {string} text */
  write(path, text) {
    mkdirSync(dirname(this.real(path)), { recursive: true })
    writeFileSync(this.real(path), text, { mode: path.endsWith('.sh') ? 0o755 : 0o644 })
  }

  /** @param {string} path */
  read(path) {
    return readFileSync(this.real(path), 'utf8')
  }

  /** @param {import('./read-steps.mjs').Step[]} steps edits and new files */
  apply(steps) {
    for (const { action } of steps) {
      if (action.kind === 'create') this.write(action.path, action.text)
      else if (action.kind === 'edit') {
        const text = this.read(action.path)
        if (text.split(action.before).length !== 2) throw new Error(`${this.repo.name} ${action.path}: not there once:\n${action.before}`)
        this.write(
          action.path,
          text.replace(action.before, () => action.after),
        )
      }
    }
  }

  /** @param {Map<string, string>} files */
  writeAll(files) {
    for (const [path, text] of files) this.write(path, text)
  }

  /** Adds the commit with the fix behind the back of the branch, as a tag and a remote branch hold it in a careless image.
   * @param {import('./read-task.mjs').Task} task */
  leakFuture(task) {
    this.apply(task.fix)
    this.writeAll(task.hidden)
    const date = '2025-03-20T15:30:00+00:00'
    this.shell.must(`git add -A && git commit -q -m "${task.fixTitle}"`, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })
    this.future = this.shell.must('git rev-parse --short=7 HEAD').trim()
    this.shell.must(`git tag next-release && git update-ref refs/remotes/origin/main HEAD && git reset -q --hard ${this.base}`)
  }

  /** The diff of everything since the base commit, new files included. */
  diff() {
    const home = new Shell(this.root, `/workspace/${this.repo.name}`)
    home.must('git add -A')
    return home.must(`git diff --cached ${this.base}`)
  }

  /** Runs the whole test suite with the hidden tests in place.
   * @param {import('./read-task.mjs').Task} task */
  judge(task) {
    this.writeAll(task.hidden)
    return new Shell(this.root, `/workspace/${this.repo.name}`).run(this.repo.test)
  }

  remove() {
    rmSync(this.root, { recursive: true, force: true })
  }

  #commitHistory() {
    this.shell.must('git init -q -b main')
    const left = new Map(this.repo.files)
    this.repo.commits.forEach(({ message, prefixes }, index) => {
      const isLast = index === this.repo.commits.length - 1
      for (const [path, text] of [...left]) {
        if (!isLast && !prefixes.some((prefix) => path.startsWith(prefix))) continue
        this.write(path, text)
        left.delete(path)
      }
      const date = `2025-02-${String(3 + index * 4).padStart(2, '0')}T10:15:00+00:00`
      this.shell.must(`git add -A && git commit -q -m "${message}"`, { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date })
    })
  }
}
