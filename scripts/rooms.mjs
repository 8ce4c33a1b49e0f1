/**
 * The one table of "room: may import". `node scripts/rooms.mjs` writes it into biome.json, where lint holds it;
 * tests/lint/rooms.test.ts plants a violation for every forbidden pair.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Every room and host: its files, how others name it, and what it may name. The store names the filter room's types only. */
export const ROOMS = {
  record: { files: 'src/core/record/**', names: ['#record'], may: [] },
  source: { files: 'src/core/source/**', names: ['#source'], may: ['record'] },
  parse: { files: 'src/core/parse/**', names: ['#parse'], may: ['record', 'source'] },
  measure: { files: 'src/core/measure/**', names: ['#measure'], may: ['record', 'parse'] },
  filter: { files: 'src/core/filter/**', names: ['#filter'], may: ['record', 'measure'] },
  review: { files: 'src/core/review/**', names: ['#review'], may: ['record', 'filter'] },
  export: { files: 'src/core/export/**', names: ['#export'], may: ['record', 'measure', 'review'] },
  store: { files: 'src/core/store/**', names: ['#store'], may: ['record', 'filter'] },
  contract: { files: ['src/core/contract.ts', 'src/core/contract/**'], names: ['#contract'], may: ['record'] },
  workbench: {
    files: ['src/core/workbench.ts', 'src/core/workbench/**'],
    names: ['#workbench'],
    may: ['record', 'source', 'parse', 'measure', 'filter', 'review', 'export', 'store', 'contract'],
  },
  serve: { files: 'src/serve/**', names: ['#serve'], may: ['record', 'contract', 'workbench'] },
  cli: { files: 'src/cli/**', names: ['cli'], may: ['record', 'contract', 'workbench', 'serve'] },
  main: { files: 'src/main/**', names: ['main'], may: ['record', 'contract', 'workbench', 'preload'], packages: ['electron'] },
  preload: { files: 'src/preload/**', names: ['preload'], may: [], packages: ['electron'] },
  renderer: {
    files: ['src/renderer/**', '!src/renderer/monaco/**'],
    names: ['renderer'],
    may: ['contract', 'preload'],
    packages: ['react'],
  },
  monaco: { files: 'src/renderer/monaco/**', names: ['monaco'], may: ['renderer', 'contract'], packages: ['react', 'monaco-editor'] },
}

/** Packages that only some rooms may name. */
const PACKAGES = {
  electron: ['electron'],
  react: [
    'react',
    'react-dom',
    'react-dom/client',
    'zustand',
    '@tanstack/react-query',
    '@tanstack/react-virtual',
    'radix-ui',
    'cmdk',
    'lucide-react',
  ],
  'monaco-editor': ['monaco-editor'],
}

/** How a file reaches into a room by path: the folder's name as a segment. */
const pathsInto = (room) => (['contract', 'workbench'].includes(room) ? [`**/${room}.ts`, `**/${room}/**`] : [`**/${room}/**`])

/** Rooms that are folders inside another and are reached from there by relative path. */
const RELATIVE_NEIGHBOURS = { renderer: ['monaco'], monaco: ['renderer'] }

/** The pairs lint must refuse: importer, imported room, and the words in an import that name it. */
export function forbiddenPairs() {
  return Object.entries(ROOMS).flatMap(([room, { may }]) =>
    Object.keys(ROOMS)
      .filter((other) => other !== room && !may.includes(other) && !(RELATIVE_NEIGHBOURS[room] ?? []).includes(other))
      .map((other) => ({ room, other, names: ROOMS[other].names })),
  )
}

function overrideOf([room, { files, may, packages = [] }]) {
  const allowed = may.length > 0 ? may.join(', ') : 'nothing'
  const message = `bad layering: ${room} may import ${allowed}`
  const others = Object.keys(ROOMS).filter((other) => other !== room && !(RELATIVE_NEIGHBOURS[room] ?? []).includes(other))
  const forbidden = others.filter((other) => !may.includes(other))
  const aliases = forbidden.flatMap((other) => ROOMS[other].names).filter((name) => name.startsWith('#'))
  const outside = Object.entries(PACKAGES)
    .filter(([kind]) => !packages.includes(kind))
    .flatMap(([, names]) => names)
  const byAlias = others.filter((other) => ROOMS[other].names[0].startsWith('#') || forbidden.includes(other))
  return {
    includes: [files].flat(),
    linter: {
      rules: {
        style: {
          noRestrictedImports: {
            level: 'error',
            options: {
              paths: Object.fromEntries([...aliases, ...outside].map((name) => [name, message])),
              patterns: [{ group: byAlias.flatMap(pathsInto), message: `${message}, and only through its alias` }],
            },
          },
        },
      },
    },
  }
}

/** biome.json's `overrides` as this table says they must be. */
export function roomOverrides() {
  return Object.entries(ROOMS).map(overrideOf)
}

/** Writes the table into biome.json, in the form the formatter wants. */
function writeIntoBiome() {
  const path = fileURLToPath(new URL('../biome.json', import.meta.url))
  const config = JSON.parse(readFileSync(path, 'utf8'))
  const own = config.overrides.filter((override) => !override.linter?.rules?.style?.noRestrictedImports)
  writeFileSync(path, JSON.stringify({ ...config, overrides: [...own, ...roomOverrides()] }, null, 2))
  const biome = fileURLToPath(new URL('../node_modules/@biomejs/biome/bin/biome', import.meta.url))
  const { status } = spawnSync(process.execPath, [biome, 'format', '--write', path], { cwd: dirname(path), stdio: 'inherit' })
  process.exitCode = status ?? 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeIntoBiome()
