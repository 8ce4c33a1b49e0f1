/** Commands that bring other versions of files, or write many anew. All patterns are bounded, for scripts of any length. */
const REWRITES =
  /\bgit(?:[ \t]{1,9}-C[ \t]{1,9}\S{1,300})?[ \t]{1,9}(?:checkout|restore|reset|stash|apply|revert|clean|merge|pull|switch|rebase|am|cherry-pick)\b|\b(?:black|isort|autopep8|autoflake|yapf|ruff|pyupgrade|2to3|prettier|eslint|gofmt|goimports|rustfmt|clang-format|pre-commit|patch)\b|\b(?:cargo|go)[ \t]{1,9}fmt\b/

/** Commands that move, copy or take away what they name. */
const MOVES = /(?:^|[\s;&|(])(?:mv|cp|rm|ln|dd|ed|ex|vim?|install|rsync|truncate|unlink|shred|tar|unzip|git[ \t]{1,9}(?:mv|rm))[ \t]/

/** Code and commands that write to files they name. */
const WRITES =
  /\.write(?:_text|_bytes|lines|lns)?\(|['"][rb]{0,2}[wax]b?\+?['"]|writeFile|WriteFile|File\.write|\b(?:sed|perl)[ \t]{1,9}(?:-\w{1,9}[ \t]{1,9}){0,3}-\w{0,9}i|--in-place|\bfileinput\b/

/** Code and commands that go through folders. */
const EVERYWHERE = /\bos\.walk\b|\bglob\b|\biterdir\b|\blistdir\b|\bxargs\b|\bfind[ \t][^\n|]{0,300}-exec/

/** Characters that are looked at. */
const LONGEST = 200_000

/**
 * True when a script may have changed a file that no rule of reading it names as edited. `text` is the script with the code it runs, as far as the run
 * wrote it. Other programs that are run (tests, the project's own) are taken not to change its files.
 */
export function mayChange(text: string, path: string): boolean {
  if (text.length > LONGEST || REWRITES.test(text)) return true
  const base = path.slice(path.lastIndexOf('/') + 1)
  const isNamed = text.includes(base)
  if (WRITES.test(text) && (isNamed || EVERYWHERE.test(text))) return true
  if (MOVES.test(text) && (isNamed || /[*?]|[ \t]-\w{0,9}[rR]/.test(text))) return true
  return isNamed && isWrittenTo(text, base)
}

/** True where the name stands behind a `>`. */
function isWrittenTo(text: string, base: string): boolean {
  for (let at = text.indexOf(base); at !== -1; at = text.indexOf(base, at + base.length)) {
    if (/>[ \t]{0,9}["']?[\w./@+-]{0,300}$/.test(text.slice(Math.max(0, at - 320), at))) return true
  }
  return false
}
