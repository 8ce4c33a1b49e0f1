import { describe, expect, it } from 'vitest'
import { parseShell } from '../../../../../src/core/measure/shell/parse-shell.ts'
import { runCell, runScript } from '../../../../../src/core/measure/shell/run/run-script.ts'
import { newSession } from '../../../../../src/core/measure/shell/run/session.ts'

/** The commands a session's scripts issue, words joined; `?` stands for what is not known. */
function issuedBy(...scripts: string[]): string[] {
  const session = newSession()
  return scripts.flatMap((script) =>
    runScript(parseShell(script), session, parseShell).issued.map(({ command }) =>
      [command.program, ...command.args].join(' ').replaceAll('\0', '?'),
    ),
  )
}

describe('runScript', () => {
  it.each<[string, string[]]>([
    ['a b | c && d; e &', ['a b', 'c', 'd', 'e']],
    ['if a; then b; else c; fi', ['a', 'b', 'c']],
    ['sudo -u x env A=1 timeout 5 a b', ['a b']],
    ['x=1 y="2 3"; a $x "$y" $y $z', ['a 1 2 3 2 3 ?']],
    ['a "$(echo b c)" $(echo d e)', ['echo b c', 'echo d e', 'a b c d e']],
    ['a $(unheard-of)', ['unheard-of', 'a ?']],
    ['for x in b c; do a $x; done', ['a b', 'a c']],
    ['f() { a "$2" "$1"; }; f b c', ['a c b']],
    ["alias x='a b'; x c", ['a b c']],
    ['a {b,c}d', ['a bd cd']],
    ["bash -c 'a $1' _ b", ['a b']],
    ['bash <<E\na\nE', ['a']],
    ['echo "a b" | sh', ['echo a b', 'a b']],
    ["cat > x.sh <<'E'\na $1\nE\nsh x.sh b", ['cat', 'a b']],
    ['printf "%s-%s\\n" a b c d | xargs x', ['printf %s-%s\\n a b c d', 'x a-b c-d']],
    ['python -c "import os; os.system(\'a b\')"', ['a b']],
    ['cd x; cd ../y; a', ['a']],
  ])('of %s', (script, expected) => {
    expect(issuedBy(script)).toEqual(expected)
  })

  it('keeps what one call leaves behind for the next', () => {
    expect(issuedBy('x=b', 'f() { a $x; }', 'f')).toEqual(['a b'])
  })

  it('says where every command stands and in which folder it runs', () => {
    const script = "cd /w && bash -c 'ls; pwd'"
    const { issued, isWhole } = runScript(parseShell(script), newSession(), parseShell)
    expect(issued.map(({ at, folder }) => [script.slice(at.start, at.end), folder])).toEqual([
      ['ls', '/w'],
      ['pwd', '/w'],
    ])
    expect(isWhole).toBe(true)
  })

  it('says when there was more than it follows', () => {
    const script = `${'for x in 1 2 3 4 5 6 7 8 9; do '.repeat(9)}a${'; done'.repeat(9)}`
    expect(runScript(parseShell(script), newSession(), parseShell).isWhole).toBe(false)
  })

  it("runs a notebook's cell as code", () => {
    expect(runCell('!a b\nimport os\nos.system("c")', newSession(), parseShell).issued.map(({ command }) => command.program)).toEqual([
      'a',
      'c',
    ])
  })
})
