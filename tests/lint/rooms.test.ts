import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forbiddenPairs, ROOMS, roomOverrides } from '../../scripts/rooms.mjs'

const root = resolve(import.meta.dirname, '../..')
const pairs = forbiddenPairs() as { room: Room; other: Room }[]
type Room = keyof typeof ROOMS

/** Where a file of a room would lie: the folder among its globs. */
const folderOf = (room: Room): string => {
  const globs: string[] = [ROOMS[room].files].flat()
  return (globs.find((glob) => glob.endsWith('/**') && !glob.startsWith('!')) ?? '').replace('/**', '')
}
const plantedFile = (room: Room, other: Room): string => `${folderOf(room)}/planted-${other}.ts`

/** Every way a file could name the other room: its alias, and a relative path into its folder. */
function importsOf(other: Room): string[] {
  const aliases = ROOMS[other].names.filter((name) => name.startsWith('#'))
  return [...aliases, `../../${other}/planted.ts`]
}

interface Report {
  diagnostics: { category: string; location: { path: { file: string } | string } }[]
}

async function lint(folder: string): Promise<Report> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.']
  const run = promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 })
  const { stdout } = await run.catch((error: { stdout: string }) => error)
  return JSON.parse(stdout.slice(stdout.indexOf('{')))
}

describe('the rooms', () => {
  let folder: string
  let counts: Map<string, number>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'winnow-rooms-'))
    const config = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'))
    await writeFile(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: undefined, $schema: undefined }))
    await cp(join(root, 'package.json'), join(folder, 'package.json'))
    for (const { room, other } of pairs) {
      const path = join(folder, plantedFile(room, other))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(
        path,
        importsOf(other)
          .map((from, i) => `export { a as a${i} } from '${from}'\n`)
          .join(''),
      )
    }
    counts = new Map()
    for (const { category, location } of (await lint(folder)).diagnostics) {
      if (category !== 'lint/style/noRestrictedImports') continue
      const file = typeof location.path === 'string' ? location.path : location.path.file
      counts.set(file, (counts.get(file) ?? 0) + 1)
    }
  }, 60_000)

  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('are held by lint exactly as the table says', async () => {
    const { overrides } = JSON.parse(await readFile(join(root, 'biome.json'), 'utf8'))
    expect(overrides).toEqual(expect.arrayContaining(roomOverrides()))
  })

  it('cover more than a hundred forbidden pairs', () => {
    expect(pairs.length).toBeGreaterThan(100)
  })

  it.each(pairs)('$room may not import $other', ({ room, other }) => {
    expect(counts.get(plantedFile(room, other))).toBe(importsOf(other).length)
  })
})
