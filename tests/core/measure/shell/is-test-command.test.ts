import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTestCommand } from '#measure'
import { testEcosystems } from '../../../../src/core/measure/shell/is-test-command.ts'
import { listCommands } from '../../../../src/core/measure/shell/list-commands.ts'

const ecosystemsOf = (command: string) => testEcosystems(listCommands(command))

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

  it.each([
    'pytest --co -q',
    'python -m pytest --version',
    'python --version',
    'cd x && tox -l',
    'tox -e lint,docs',
    'nox --list',
    'go test -list .',
    'cargo test --no-run',
    'cargo test -- --list',
    'ctest -N',
    'make -n test',
    'make -C test all',
    './gradlew build -x test',
    'mvn -q verify -DskipTests',
    'npx jest --listTests',
    './run_tests.sh --help',
    'python update_tests.py',
    'docker ps -a',
    'docker build -t test .',
    'poetry install',
    'npm exec npm exec npm',
    'bash scripts/build.sh',
  ])('knows that %s runs none', (command) => {
    expect(isTestCommand(command)).toBe(false)
  })

  it.each<[string, string[]]>([
    ['cd x && pytest', ['pytest']],
    ['python -W ignore -X dev -m pytest -q', ['pytest']],
    ['python -mpytest', ['pytest']],
    ['coverage run -m pytest', ['pytest']],
    ['python -m coverage run --source=. -m pytest', ['pytest']],
    ['python -m coverage run manage.py test', ['django']],
    ['uv --directory api run pytest', ['pytest']],
    ['uvx --with x pytest', ['pytest']],
    ['docker run --rm -v .:/w -w /w python:3.12 pytest -q', ['pytest']],
    ['docker compose -f dev.yml run web python -m pytest', ['pytest']],
    ['docker exec -it web bash -c "cd /app && npm test"', ['npm test']],
    ['python3 -m unittest discover', ['unittest']],
    ['python setup.py test', ['unittest']],
    ['python manage.py test app', ['django']],
    ['nosetests', ['nose']],
    ['tox -e py311', ['tox']],
    ['python -m doctest README.md', ['doctest']],
    ['python tests/test_api.py', ['test file']],
    ['./tests/runtests.py admin', ['script']],
    ['bin/test sympy/core', ['script']],
    ['bash tests/1.2.1.sh', ['script']],
    ['go test ./...', ['go test']],
    ['go -C pkg test', ['go test']],
    ['cargo nextest run', ['cargo test']],
    ['cargo --manifest-path a/Cargo.toml test', ['cargo test']],
    ['npm --prefix web test', ['npm test']],
    ['npm run test:unit', ['npm test']],
    ['yarn --cwd web test', ['yarn test']],
    ['pnpm --filter core test', ['pnpm test']],
    ['pnpm -r run test', ['pnpm test']],
    ['yarn jest', ['jest']],
    ['npx vitest run', ['vitest']],
    ['pnpm exec mocha', ['mocha']],
    ['./node_modules/.bin/mocha', ['mocha']],
    ['node --test', ['node --test']],
    ['mvn -q -pl core test', ['mvn']],
    ['mvn -o test', ['mvn']],
    ['pnpm -w test', ['pnpm test']],
    ['npm -w core test', ['npm test']],
    ['./gradlew :a:test', ['gradle']],
    ['vendor/bin/phpunit', ['phpunit']],
    ['php artisan test', ['phpunit']],
    ['ctest --test-dir build', ['ctest']],
    ['cmake --build build --target test', ['ctest']],
    ['make -C x test', ['make test']],
    ['ninja -C build test', ['ninja test']],
    ['bundle exec rspec', ['rspec']],
    ['dotnet test', ['dotnet test']],
    ['pytest a; npm test && pytest b', ['pytest', 'npm test']],
    ['ls', []],
  ])('tells what %s runs', (command, ecosystems) => {
    expect(ecosystemsOf(command)).toEqual(ecosystems)
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
    expect(isTestCommand(`${'npm exec '.repeat(50_000)}jest`)).toBe(false)
    expect(isTestCommand(`yarn ${'run '.repeat(50_000)}test`)).toBe(true)
    expect(isTestCommand(`python ${'-m coverage run '.repeat(50_000)}-m pytest`)).toBeTypeOf('boolean')
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
