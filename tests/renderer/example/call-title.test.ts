import { describe, expect, it } from 'vitest'
import { argumentsFor } from '../../../src/renderer/example/logic/call-arguments.ts'
import { baseName, titleOfCall } from '../../../src/renderer/example/logic/call-title.ts'
import { call, shell } from './message-builder.ts'

describe('the title of a call', () => {
  it.each([
    ['grep -rn isBlank src', 'grep -rn isBlank src'],
    ['cd /work && mvn test', 'mvn test'],
    ['cd /work; FOO=1 BAR=2 pytest -q', 'pytest -q'],
    ['# look around\n\nls -la\npwd', 'ls -la'],
    ['cd /work\npython a.py', 'python a.py'],
    ["cat <<'EOF' > reproduce.py\nprint(1)\nEOF", 'write reproduce.py'],
    ['cat > "src/a.py" << EOF\nx\nEOF', 'write a.py'],
    ['cd /w && cat >> notes.md <<EOF\nx\nEOF', 'write notes.md'],
    ['cat notes.md', 'cat notes.md'],
  ])('of %j is %j', (command, title) => {
    expect(titleOfCall(shell(command))).toBe(title)
  })

  it('falls back to the tool for an empty command', () => {
    expect(titleOfCall(shell('  \n', { name: 'bash' }))).toBe('bash')
  })

  it('stays short for a very long command', () => {
    expect(titleOfCall(shell(`echo ${'x'.repeat(1_000_000)}`)).length).toBeLessThanOrEqual(80)
  })

  it('names edits by what they do and the file alone', () => {
    expect(titleOfCall(call({ kind: 'edit', path: '/a/b/C.java', change: { kind: 'create', text: '' } }))).toBe('create C.java')
    expect(titleOfCall(call({ kind: 'edit', path: 'C.java', change: { kind: 'insert', line: 3, text: 'x' } }))).toBe('insert C.java')
    expect(titleOfCall(call({ kind: 'edit', path: 'C.java', change: { kind: 'undo' } }))).toBe('undo C.java')
    expect(titleOfCall(call({ kind: 'view', path: 'src/' }))).toBe('view src')
    expect(titleOfCall(call({ kind: 'other' }, { name: '' }))).toBe('unnamed call')
  })

  it('shows what would turn its letters around', () => {
    expect(titleOfCall(call({ kind: 'view', path: 'a/\u202eyp.b' }))).toBe('view ⟨U+202E⟩yp.b')
  })

  it('keeps a path that is only slashes', () => {
    expect(baseName('/')).toBe('/')
  })
})

describe("a call's arguments", () => {
  const withText = (text: string, error: string | null = null) =>
    argumentsFor({ argumentsText: { text, size: text.length }, argumentsError: error }, ['path'])

  it('are written a line each, without what is already shown', () => {
    expect(withText('{"path":"a","view_range":[1,40],"deep":"x\\ny"}')).toBe('view_range: [1,40]\ndeep: x\ny')
  })

  it('come as they were when they are not JSON', () => {
    expect(withText('{"path":', 'Unexpected end')).toBe('{"path":')
    expect(withText('plain words')).toBe('plain words')
  })

  it('treat __proto__ as an ordinary key', () => {
    expect(withText('{"__proto__":{"a":1}}')).toBe('__proto__: {"a":1}')
  })
})
