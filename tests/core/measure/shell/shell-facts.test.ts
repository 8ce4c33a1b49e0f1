import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shellFactsOf } from '../../../../src/core/measure/shell/shell-facts.ts'

describe('shellFactsOf', () => {
  it.each<[string, string[]]>([
    ["sed -i 's/a/b/' x.py ./y.py", ['x.py', 'y.py']],
    ["cd src && sed -i -e 's/a/b/' ../x.py", ['x.py']],
    ['cd /testbed/pkg; cd sub; cat > x.py <<EOF\n1\nEOF', ['/testbed/pkg/sub/x.py']],
    ['perl -pi -e s/a/b/ x.py', ['x.py']],
    ['echo x | tee -a notes.md /tmp/y', ['notes.md']],
    ['python - <<EOF\nopen("a.py", "w").write("1")\nPath(\'b.py\').write_text("")\nEOF', ['a.py', 'b.py']],
    [`python -c "open('c.py', mode='a').write('')"`, ['c.py']],
    ['patch x.py < fix.diff', ['x.py']],
    ['create new.py', ['new.py']],
  ])('names the files that %j changes', (script, edited) => {
    expect(shellFactsOf(script)).toMatchObject({ isEdit: true, edited })
  })

  it.each(['git apply fix.patch', 'patch -p1 < fix.diff', 'sed -i s/a/b/ "$file"', 'cat > "$f" <<EOF\n1\nEOF'])(
    'knows that %j changes files it does not name',
    (script) => {
      expect(shellFactsOf(script)).toMatchObject({ isEdit: true, edited: [] })
    },
  )

  it.each<[string, string[]]>([
    ['cat a.py b.py', ['a.py', 'b.py']],
    ['cd src && cat -n x.py | head -50', ['src/x.py']],
    ["sed -n '1,20p' x.py", ['x.py']],
    ['head -n 20 x.py; tail -5 y.py', ['x.py', 'y.py']],
    ["nl -ba x.py | sed -n '1,5p'", ['x.py']],
    ['less /etc/hosts', ['/etc/hosts']],
    ['cd / && cat etc/hosts; cd /etc/ && cat ./hosts ../x', ['/etc/hosts', '/etc/hosts', '/x']],
    ['cd a/.. && cat x', ['x']],
    ['pytest | tail -5', []],
    ['cat <<EOF > x.py\n1\nEOF', []],
    ['cat *.py "$f" ~/x', []],
    ['grep -n a x.py', []],
    ['sed s/a/b/ x.py', []],
  ])('names the files that %j shows', (script, read) => {
    expect(shellFactsOf(script).read).toEqual(read)
  })

  it.each<[string, boolean]>([
    ['grep -rn a .', true],
    ['grep a x.py', true],
    ['rg a', true],
    ['find . -name "*.py" | head', true],
    ['git grep a', true],
    ['search_dir a src', true],
    ['pytest | grep FAILED', false],
    ['pytest | grep -A 3 FAILED', false],
    ['git log', false],
    ['ls', false],
  ])('tells whether %j searches', (script, isSearch) => {
    expect(shellFactsOf(script).isSearch).toBe(isSearch)
  })

  it('survives anything, in a moment', () => {
    const words = fc.constantFrom(
      'cat',
      'sed',
      '-i',
      '-n',
      'cd',
      '..',
      '/',
      'tee',
      '>',
      'python',
      '-c',
      'docker',
      'run',
      '__proto__',
      '"',
      "'",
      '|',
      '\u0000',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (script) => {
          expect(shellFactsOf(script).edited).toBeInstanceOf(Array)
        },
      ),
      { numRuns: 300 },
    )
    const start = performance.now()
    expect(shellFactsOf(`cat ${'a '.repeat(100_000)}`).read).toHaveLength(100_000)
    shellFactsOf(`python -c "${"open('a', 'w').write(1);".repeat(10_000)}"`)
    shellFactsOf('cd a; cat x; '.repeat(20_000))
    expect(performance.now() - start).toBeLessThan(20_000)
  })
})
