import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { CATALOGUE, type KeyAction } from '../../src/renderer/keys/catalogue.ts'
import { PRESETS } from '../../src/renderer/keys/presets.ts'

const DOCUMENT = join(resolve(import.meta.dirname, '../../docs'), 'keys.md')

const code = (key: string) => `\`${key}\``

function keysTable(): string {
  const lines = CATALOGUE.map(
    ({ key, name, group, screens }: KeyAction) => `| ${group} | ${code(key)} | ${name} | ${screens.join(', ') || 'everywhere'} |`,
  )
  return `\n| group | key | does | where |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n\n`
}

function presetsTable(): string {
  const lines = Object.values(PRESETS).map(({ name, note, keys }) => {
    const others = Object.entries(keys).map(([own, list]) => `${code(own)} is ${list.map(code).join(' ')}`)
    return `| ${name} | ${note} | ${others.join('; ') || 'as below'} |`
  })
  return `\n| keys as in | what is as there | changed |\n| --- | --- | --- |\n${lines.join('\n')}\n\n`
}

it('docs/keys.md tells every key and every preset as it is', async () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  const filled = [['presets', presetsTable()] as const, ['keys', keysTable()] as const].reduce((now, [name, table]) => {
    const place = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`)
    expect(now).toMatch(place)
    return now.replace(place, (_, begin: string, end: string) => begin + table + end)
  }, text)
  await expect(filled).toMatchFileSnapshot(DOCUMENT)
})
