import type { PathParts } from './path-parts.ts'

/** Folders of other people's code and of what tools write. Most are facts from GitHub Linguist's vendor.yml and generated.rb. */
const FOLDERS = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'vendors',
  'godeps',
  'third_party',
  'third-party',
  'thirdparty',
  '3rdparty',
  'dist',
  'generated',
  '__generated__',
  '__pycache__',
  '.pytest_cache',
  '.mypy_cache',
  '.tox',
  '.next',
  '.nuxt',
  'htmlcov',
])

/** Where cargo, Maven, Gradle and setuptools write, told by the folder and the one in it. */
const OUTPUT =
  /^(?:target\/(?:debug|release|classes|test-classes|surefire-reports|generated-sources)|build\/(?:lib|classes|generated|reports))$/

/** What compilers and archivers write. */
const EXTENSIONS = new Set(['pyc', 'pyo', 'class', 'o', 'obj', 'a', 'lib', 'so', 'dylib', 'dll', 'exe', 'jar', 'war', 'whl', 'egg'])

/** Minified files and source maps; what protoc and its plugins write for each language; `x.generated.ts`, `zz_generated.x.go`, `x_gen.go`. */
const NAMES = [
  /[.-]min\.(?:js|mjs|css)$/,
  /\.(?:js|mjs|cjs|css)\.map$/,
  /_pb2(?:_grpc)?\.pyi?$/,
  /\.pb(?:\.gw|\.validate)?\.go$/,
  /\.pb\.(?:cc|h)$/,
  /_pb\.(?:js|ts|d\.ts)$/,
  /(?:^|[._-])generated[._-]/,
  /_gen\.go$/,
  /^\.pnp\./,
]

/** Whether a file was written by a tool or belongs to somebody else. Told by its path alone; lock files are {@link isLockPath}'s. */
export function isGeneratedPath({ folders, base, extension }: PathParts): boolean {
  const name = base.toLowerCase()
  return EXTENSIONS.has(extension) || NAMES.some((pattern) => pattern.test(name)) || folders.some((_, at) => isOutput(folders, at))
}

function isOutput(folders: string[], at: number): boolean {
  const folder = folders[at] ?? ''
  return FOLDERS.has(folder) || folder.endsWith('.egg-info') || OUTPUT.test(`${folder}/${folders[at + 1] ?? ''}`)
}
