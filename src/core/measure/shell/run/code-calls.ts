import type { CodeToken } from './code-tokens.ts'
import type { CodeArgument } from './code-values.ts'
import { gitLibraryWords } from './git-library.ts'
import type { CodeSpan, Reading } from './run-code.ts'
import { isUnknown, UNKNOWN } from './unknown.ts'

/** Functions that run a program whatever they are called on. */
const RUNS =
  /(?:^|\.)(?:system|popen|check_output|check_call|Popen|getoutput|getstatusoutput|create_subprocess_(?:exec|shell)|exec(?:v|l)[pe]{0,2}|spawn[vl][pe]{0,2}|posix_spawnp?|execSync|spawnSync|execFile|execFileSync|execa|execaSync|execAsync|execPromise|exec\.Command(?:Context)?|os\.execute|shell_exec|passthru|proc_open|capture2e?|capture3|popen3|qx)$/
/** Functions of a module that runs programs; bare, they must be imported from it. */
const OF_MODULES =
  /^(?:subprocess|sp|commands|child_process|cp|childProcess|pty|Kernel|Open3|IO|os|shell|shelljs|Bun)\.(?:run|call|exec|spawn|popen|fork)$/
const BARE = /^(?:run|call|exec|spawn)$/
const IMPORTS = /from\s{1,9}subprocess\s{1,9}import|child_process/

/** Functions that fetch an address. */
const FETCHES =
  /^(?:requests|httpx|urllib\.request|urllib2?|session|aiohttp|axios|https?|wget)\.(?:get|post|urlopen|urlretrieve|Request|request|download|head)$|(?:^|\.)(?:urlopen|urlretrieve)$|^(?:fetch|axios|got)$/

/** Code that is not written as code. */
const ENDS_UNKNOWN = /b64decode|fromhex|decompress|Buffer\.from|atob/

/** Tells what one call runs, or one property reads (`given` is null for a property). `inside` are the strings between its brackets. */
export function judgeCall(
  chain: string,
  given: readonly CodeArgument[] | null,
  at: CodeSpan,
  inside: readonly CodeToken[],
  reading: Reading,
): void {
  const { found, code, used } = reading
  const library = gitLibraryWords(chain, given, code)
  if (library) {
    for (const { pos } of inside) used.add(pos)
    found({ kind: 'words', words: library }, at)
    return
  }
  if (given === null) return
  const first = given.find(({ name }) => name === null || /^(?:args|cmd|command|url)$/.test(name))?.value
  if (FETCHES.test(chain)) {
    const address = typeof first === 'string' ? first : UNKNOWN
    if (!/^\0{1,9}$/.test(address) || /github|gitlab|pypi\.org|npmjs/.test(code)) found({ kind: 'words', words: ['urlopen', address] }, at)
    return
  }
  if (/^(?:exec|eval)$/.test(chain) && reading.language === 'python') {
    if (ENDS_UNKNOWN.test(code.slice(at.pos, Math.min(at.end, at.pos + 500)))) found({ kind: 'words', words: [UNKNOWN] }, at)
    else if (typeof first === 'string' && !isUnknown(first)) found({ kind: 'words', words: ['python', '-c', first] }, at)
    return
  }
  if (tellFiles(chain, given, inside, reading)) return
  if (chain === 'getattr' && inside.some(({ text }) => RUNS.test(text) || /^(?:run|call)$/.test(text))) reading.hidden.push(at)
  const piped = reading.language === 'perl' && chain === 'open' ? pipedBy(given) : null
  if (piped !== null) {
    tellRun(chain, [], piped, at, inside, reading)
    return
  }
  const isRun = RUNS.test(chain) || OF_MODULES.test(chain) || (BARE.test(chain) && IMPORTS.test(code))
  if (!isRun) {
    callHelpers(chain, given, at, inside, reading)
    return
  }
  tellRun(chain, given, first, at, inside, reading)
}

/** Perl's `open(F, '-|', 'git log')`, `open(F, 'git log |')`. */
function pipedBy(given: readonly CodeArgument[]): string | string[] | null {
  const values = given.flatMap(({ value }) => value)
  const mode = values.findIndex((word) => /^\s{0,9}(?:-\||\|-)\s{0,9}$/.test(word))
  if (mode !== -1) return values.length === mode + 2 ? (values[mode + 1] ?? '') : values.slice(mode + 1)
  const line = values.find((word) => word.length < 1000 && /\|\s{0,9}$/.test(word))
  return line === undefined ? null : line.replace(/\|\s{0,9}$/, '')
}

/** Files code writes: `open(PATH, 'w').write(TEXT)`, `Path(PATH).write_text(TEXT)`, `fs.writeFileSync(PATH, TEXT)`. True for a call that is about one. */
function tellFiles(chain: string, given: readonly CodeArgument[], inside: readonly CodeToken[], reading: Reading): boolean {
  const [first, second] = given.map(({ value }) => value)
  if (/^(?:io\.|codecs\.)?open$/.test(chain) && typeof first === 'string' && reading.language !== 'perl') {
    reading.opened = typeof second === 'string' && /^[wax]/.test(second) ? first : null
    return true
  }
  const isNode = /(?:^|\.)(?:write|append)File(?:Sync)?$/.test(chain)
  const isText = /(?:^|\.)write_text$/.test(chain)
  if (!isNode && !isText && !/(?:^|\.)write(?:lines)?$/.test(chain)) return false
  const path = isNode ? first : isText ? receiverOf(chain, reading) : reading.opened
  const text = isNode ? second : first
  const written = Array.isArray(text) ? text.join('') : text
  if (typeof path !== 'string' || isUnknown(path) || written === undefined || written.startsWith(UNKNOWN)) return false
  for (const { pos } of inside) reading.used.add(pos)
  reading.found({ kind: 'file', path, text: written }, { pos: 0, end: 0 })
  return true
}

/** What a method is called on: the value of its name, or the string given to the call before it. */
function receiverOf(chain: string, { names, lastString }: Reading): string | null {
  const value = chain.includes('.') ? names.get(chain.slice(0, chain.lastIndexOf('.'))) : lastString
  return typeof value === 'string' ? value : null
}

function tellRun(
  chain: string,
  given: readonly CodeArgument[],
  first: CodeArgument['value'] | undefined,
  at: CodeSpan,
  inside: readonly CodeToken[],
  reading: Reading,
): void {
  if (first === undefined) return
  const words = wordsOf(chain, given, first)
  const isPartly = [words].flat().some((word) => isUnknown(word))
  if (isPartly && reading.inFunction !== null) reading.helpers.push({ name: reading.inFunction, words, at, isCalled: false })
  else tellWords(words, at, reading)
  if (!/^\s{0,9}\0/.test([words].flat()[0] ?? '')) for (const { pos } of inside) reading.used.add(pos)
}

/** Tells words as a command; those whose program is not known may be told by git's command lines elsewhere in the code. */
export function tellWords(words: string | string[], at: CodeSpan, { found, hidden }: Reading): void {
  if (typeof words === 'string') {
    if (/^\s{0,9}\0/.test(words)) hidden.push(at)
    else found({ kind: 'script', script: words }, at)
  } else if (words.length > 0) {
    if (/^\0{1,9}$/.test(words[0] ?? '') && words.length === 1) hidden.push(at)
    else found({ kind: 'words', words }, at)
  }
}

/** A function that runs what it is given: `run(["git", "log"])` behind `def run(cmd): subprocess.run(cmd)`. */
export interface Helper {
  name: string
  /** What it runs, unknown where it was not written out. */
  words: string | string[]
  at: CodeSpan
  isCalled: boolean
}

/** A call of the code's own functions that run programs: what it gives stands where they do not say what they run. */
function callHelpers(chain: string, given: readonly CodeArgument[], at: CodeSpan, inside: readonly CodeToken[], reading: Reading): void {
  const name = chain.slice(chain.lastIndexOf('.') + 1)
  const values = given.filter((argument) => argument.name === null).map(({ value }) => value)
  const [first] = values
  if (first === undefined) return
  for (const helper of reading.helpers.slice(0, 20)) {
    if (helper.name !== name) continue
    helper.isCalled = true
    for (const { pos } of inside) reading.used.add(pos)
    tellWords(filledIn(helper.words, values, first), at, reading)
  }
}

function filledIn(words: string | string[], values: readonly CodeArgument['value'][], first: CodeArgument['value']): string | string[] {
  if (typeof words === 'string') return words === UNKNOWN ? first : words.replace(UNKNOWN, () => values.flat().join(' '))
  const at = words.findIndex((word) => isUnknown(word))
  const word = words[at] ?? ''
  if (!/^\0{1,9}$/.test(word)) return [...words.slice(0, at), word.replace(UNKNOWN, () => values.flat().join(' ')), ...words.slice(at + 1)]
  return [...words.slice(0, at), ...values.flat(), ...words.slice(at + 1).filter((word) => word !== UNKNOWN)]
}

/** A command line, or words: a list, a program and a list, or a program and its words one by one. */
function wordsOf(chain: string, given: readonly CodeArgument[], first: CodeArgument['value']): string | string[] {
  if (Array.isArray(first)) return first
  const rest = given.filter(({ name }) => name === null).slice(1)
  if (/(?:execl|spawnl)[pe]{0,2}$/.test(chain)) return rest.slice(chain.includes('spawn') ? 1 : 0).flatMap(({ value }) => value)
  if (chain.endsWith('CommandContext')) return rest.flatMap(({ value }) => value)
  const list = rest.find(({ value }) => Array.isArray(value))?.value
  if (/exec[vl]|spawn[vl]/.test(chain) && Array.isArray(list)) return list
  if (Array.isArray(list)) return [first, ...list]
  const isSpread = /exec$|execl|spawnl|system$|capture|popen3|Command$/.test(chain) && rest.length > 0 && !/\s/.test(first.trim())
  return isSpread ? [first, ...rest.flatMap(({ value }) => value)] : first
}
