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
    [`x=abcd; a \${x:1:2} \${x:2} \${x/b/-} \${x//c/} \${x#ab} \${x%cd} \${x^^} \${x^}`, ['a bc cd a-cd abd cd ab ABCD Abcd']],
    [`x=abcd; a \${x#*b} \${x/?/-}`, ['a ? ?']],
    [`y=b; x=y; a \${!x}`, ['a b']],
    [`declare -A m=([k]=b); m[l]=c; a "\${m[k]}" "\${m[l]}"`, ['a b c']],
    [`x+=(a); x+=(b); "\${x[@]}"`, ['a b']],
    ['printf -v x "%s-%s" b c; a $x', ['printf -v x %s-%s b c', 'a b-c']],
    ['a $(( $(b c) + 1 ))', ['b c', 'a ?']],
    ["PAGER='b c' a", ['b c', 'a']],
    ["export GIT_EDITOR='b c'; a", ['b c', 'a']],
    ["git -c core.pager='b c' -c x.y=z a", ['b c', 'git -c x.y=z a']],
    ["git rebase -x 'b c' HEAD~1", ['b c', 'git rebase HEAD~1']],
    ['ln -s /usr/bin/a /tmp/x; /tmp/x b', ['ln -s /usr/bin/a /tmp/x', '/usr/bin/a b']],
    ["printf 'b\\nc' > l; xargs -a l a", ['printf b\\nc', 'a b c']],
    ["echo 'a==1' > r; pip download -r r", ['echo a==1', 'pip download a==1']],
    ["python -c \"open('x.sh','w').write('a b')\"; sh x.sh", ['a b']],
    ["python -c \"x='b'; import os; os.system(f'a {x} {y}')\"", ['a b ?']],
    ["python -c \"import os; x, y = 'b', 'c'; os.system('a %s %s' % (x, y)); os.system('{} {}'.format(y, x))\"", ['a b c', 'c b']],
    ["python -c \"open(os.path.join(x, '.git', 'y'))\"", ['open .git/y']],
    ["python -c \"skip = ['.git', 'logs']\"", []],
    ['tmux new -d "a b"', ['a b']],
    ['flock -w 5 /l a b', ['a b']],
  ])('of %s', (script, expected) => {
    expect(issuedBy(script)).toEqual(expected)
  })

  it('follows makefiles the run wrote: what a target needs, then its recipe; the first without a name', () => {
    const make = "cat > Makefile <<'E'\nX = b\nall: one two\n\t@a $(X) $$y $(Z)\none:\n\tc\ntwo: one ; d\n.PHONY: all\nother:\n\te\nE\ny=z"
    expect(issuedBy(make, 'make').slice(1)).toEqual(['c', 'd', 'a b z ?'])
    expect(issuedBy(make, 'make -s other one').slice(1).sort()).toEqual(['c', 'e'])
    expect(issuedBy('make all')).toEqual(['make all'])
  })

  it('follows scripts of a package the run wrote', () => {
    const write = `cat > package.json <<'E'\n{ "scripts": { "pretest": "a", "test": "b \\"c\\"", "d": "e" } }\nE`
    expect(issuedBy(write, 'npm test').slice(1)).toEqual(['a', 'b c'])
    expect(issuedBy(write, 'npm run -s d', 'yarn d').slice(1)).toEqual(['e', 'e'])
    expect(issuedBy(write, 'npm install').slice(1)).toEqual(['npm install'])
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
