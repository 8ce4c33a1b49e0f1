import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTestCommand } from '#measure'

describe('isTestCommand', () => {
  it.each([
    'pytest',
    'cd /testbed && python -m pytest tests/test_x.py -v | tail -5',
    'python3 -m unittest discover',
    'python -W ignore -m pytest',
    'PYTHONPATH=. timeout 60 /usr/bin/python3.11 -bb -m pytest -q 2>&1',
    'python manage.py test app',
    './tests/runtests.py admin',
    'bin/test sympy/core',
    'python tests/test_api.py',
    'coverage run -m pytest',
    'poetry run pytest -x',
    'uv run --with pytest pytest',
    'go test ./...',
    'cd pkg; CGO_ENABLED=0 go test -run TestX ./pkg/... -v',
    'cargo test --release',
    'cargo +nightly nextest run',
    'npm test',
    'npm run test:unit -- --watch=false',
    'yarn jest src/x.test.ts',
    'yarn workspace core test',
    'pnpm -r test',
    'pnpm exec vitest run',
    'npx -p jest jest',
    'node --test',
    'npx mocha test/*.js',
    'mvn -q -Dtest=StringUtilsTest test',
    './mvnw verify',
    './gradlew :core:test --tests X',
    'gradle testDebugUnitTest',
    'vendor/bin/phpunit --filter X',
    'php artisan test',
    'cd build && ctest --output-on-failure',
    'make -j4 check',
    'make test',
    'bash -lc "cd x && pytest -q"',
    'echo "$(pytest -q)"',
    'sudo -u app env A=1 pytest',
    'xargs -n 1 pytest < files',
    'if true; then pytest; fi',
    'pytest -q\r\n',
  ])('knows %s', (command) => {
    expect(isTestCommand(command)).toBe(true)
  })

  it.each([
    '',
    'ls tests',
    'grep -rn pytest .',
    'cat test_x.py',
    'pip install pytest',
    'pytest --version',
    'pytest --collect-only -q',
    "cat <<'EOF' > run.sh\npytest\nEOF",
    "echo 'pytest'",
    'python -c "import pytest"',
    'python reproduce.py',
    'test -f x && echo yes',
    'go build ./...',
    'cargo build --tests',
    'npm install --save-dev jest',
    'npm run build',
    'mvn -DskipTests package',
    'git commit -m "npm test"',
    'which pytest',
    '# pytest',
  ])('does not take %j for one', (command) => {
    expect(isTestCommand(command)).toBe(false)
  })

  it('survives anything', () => {
    const pieces = fc.constantFrom(
      'pytest',
      '$(',
      '`',
      '"',
      "'",
      '<<EOF',
      '\n',
      '|',
      '&&',
      '{',
      '((',
      'bash -c',
      'eval',
      'env',
      'xargs',
      '__proto__',
      '\\',
      '${',
      'case x in',
      '\u0000',
      '\ud800',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join(' ')),
        ),
        (command) => {
          expect(typeof isTestCommand(command)).toBe('boolean')
        },
      ),
      { numRuns: 2_000 },
    )
    expect(isTestCommand(`${'true | '.repeat(50_000)}pytest`)).toBe(true)
    expect(isTestCommand(`${'bash -c "'.repeat(200)}pytest`)).toBe(false)
    expect(isTestCommand(`${'('.repeat(100_000)}pytest`)).toBeTypeOf('boolean')
  })

  it.each(['$(', '"$(', 'env ', 'sudo A=1 ', '<<A ', 'bash -c ', '((', '`'])('takes a moment for a megabyte of %j', (unit) => {
    const start = performance.now()
    isTestCommand(unit.repeat(1_000_000 / unit.length))
    expect(performance.now() - start).toBeLessThan(5_000)
  })

  it('reads the commands around a long here-document', () => {
    const body = 'x = `a` + $(b)\n'.repeat(300)
    expect(isTestCommand(`cat <<'EOF' > x.js\n${body}EOF\npytest -q`)).toBe(true)
    expect(isTestCommand(`cat <<'EOF' > x.sh\n${body}pytest\nEOF\nls`)).toBe(false)
  })
})
