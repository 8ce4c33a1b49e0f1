import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ShellKind, shellTokens } from '../../../src/renderer/example/logic/shell-tokens.ts'

const of = (kind: ShellKind, command: string) =>
  shellTokens(command)
    .filter((token) => token.kind === kind)
    .map((token) => token.text)

const BRACED = `$\{X}`

describe('colouring a command', () => {
  it('finds commands behind pipes, lists and keywords', () => {
    expect(of('command', 'cd a && grep x | sort; if true; then ls; fi')).toEqual(['cd', 'grep', 'sort', 'true', 'ls'])
  })

  it('finds the command behind a wrapper and an assignment', () => {
    expect(of('command', 'FOO=1 sudo python -m pytest')).toEqual(['sudo', 'python'])
    expect(of('variable', `FOO=1 ls $HOME ${BRACED}`)).toEqual(['FOO=1', '$HOME', BRACED])
  })

  it('tells flags and strings apart', () => {
    expect(of('flag', "grep -rn --include='*.py' x")).toEqual(['-rn'])
    expect(of('string', `grep "a b" 'c;d'`)).toEqual(['"a b"', "'c;d'"])
  })

  it('takes the body of a here-document as a string and goes on behind it', () => {
    const command = "cat <<'EOF' > a.py\nimport os; rm -rf\nEOF\npython a.py"
    expect(of('command', command)).toEqual(['cat', 'python'])
    expect(of('string', command).join('')).toContain('import os; rm -rf')
  })

  it('takes a comment to the end of its line', () => {
    expect(of('comment', 'ls # all of it\npwd')).toEqual(['# all of it'])
    expect(of('command', 'ls # all of it\npwd')).toEqual(['ls', 'pwd'])
  })

  it('survives quotes and here-documents that never end', () => {
    expect(of('string', 'echo "never')).toEqual(['"never'])
    expect(of('string', 'cat <<EOF\nnever').join('')).toContain('never')
  })

  it('gives every command back, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab $"\'`\\|&;<>()#\n\t-={}!EOF'.split('')), maxLength: 120 }), (command) => {
        expect(
          shellTokens(command)
            .map((token) => token.text)
            .join(''),
        ).toBe(command)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['pipes', 'a|'.repeat(500_000)],
    ['quotes', "'".repeat(500_000)],
    ['dollars', '$'.repeat(500_000)],
    ['here-documents', '<<A '.repeat(100_000)],
    ['one word', 'x'.repeat(2_000_000)],
  ])('is bounded for endless %s', (_name, command) => {
    const begun = performance.now()
    shellTokens(command)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })
})
