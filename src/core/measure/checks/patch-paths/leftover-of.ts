import { isScratchPath } from '../../patch/is-scratch-path.ts'
import type { PathParts } from '../../patch/path-parts.ts'

/** What compilers, interpreters and test runners write. */
const BUILT_FOLDERS = new Set([
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.ruff_cache',
  '.hypothesis',
  '.tox',
  '.eggs',
  'node_modules',
])
const BUILT = new Set(['pyc', 'pyo', 'class', 'o', 'obj', 'so', 'dylib', 'dll', 'exe'])

/** Files by which agents keep their output or hand their work in. */
const OUTPUTS =
  /^(?:nohup\.out|(?:model_|final_|my_|fix_)?(?:patch|diff|output|out)\.(?:txt|patch|diff|log)|fix\.(?:patch|diff)|changes\.(?:patch|diff))$/

/** Notes an agent writes to itself or about its work. */
const NOTES = /^(?:notes?|tasks?|plan|todo|findings|analysis|implementation(?:_notes)?|changes_made|fix(?:es)?|solution)\.(?:md|txt)$/

/** What a reproduction wrote, a picture or a table. */
const PRODUCT = /^(?:reproduce|reproduction|repro)(?:[._-]|$)/

/** What kind of leftover a file that a patch adds is: built by a tool, or a helper of the agent; null for neither. */
export function leftoverOf(parts: PathParts): 'built-file' | 'scratch-file' | null {
  const { folders, base, extension } = parts
  if (BUILT.has(extension) || folders.some((folder) => BUILT_FOLDERS.has(folder))) return 'built-file'
  const name = base.toLowerCase()
  const isAtRoot = folders.length === 0
  return isScratchPath(parts) || (isAtRoot && [OUTPUTS, NOTES, PRODUCT].some((pattern) => pattern.test(name))) ? 'scratch-file' : null
}
