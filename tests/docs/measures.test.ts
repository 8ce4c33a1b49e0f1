import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { CHECKS, type Check, MEASURE_INFO } from '#measure'
import { MEASURE_GROUPS, type MeasureGroup, type MeasureInfo } from '#record'

const DOCUMENT = join(resolve(import.meta.dirname, '../../docs'), 'measures.md')
const LIST = /(<!-- measures: [^\n]*-->\n)[\s\S]*?(<!-- \/measures -->)/
const KINDS = /(<!-- checks: [^\n]*-->\n)[\s\S]*?(<!-- \/checks -->)/

const TITLES: Record<MeasureGroup, string> = {
  row: 'Row',
  run: 'Run',
  calls: 'Calls and tools',
  tokens: 'Tokens',
  patch: 'Patch',
  reference: 'Reference patch',
}

function tableOf(group: MeasureGroup): string {
  const lines = MEASURE_INFO.filter((info) => info.group === group).map(lineOf)
  const head = '| id | label | unit | type | version | what |\n| --- | --- | --- | --- | --- | --- |'
  return `\n### ${TITLES[group]}\n\n${head}\n${lines.join('\n')}\n`
}

function lineOf({ id, label, unit, type, version, help, encoding, amounts, check, isInternal }: MeasureInfo): string {
  const counted = amounts ? ` Amounts: ${amounts.map((amount) => `\`${amount.id}\``).join(', ')}.` : ''
  const by = encoding ? ` Encoding \`${encoding}\`.` : ''
  const from = check ? ` Check \`${check}\`.` : ''
  const forRules = isInternal ? ' Only rules read it.' : ''
  return rowOf(`\`${id}\``, label, unit, type, String(version), `${help}${counted}${by}${from}${forRules}`)
}

function kindsOf({ id, version, kinds }: Check): string[] {
  return Object.entries(kinds).map(([kind, what]) => rowOf(`\`${id}\``, String(version), `\`${kind}\``, what))
}

function rowOf(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

const CHECK_TABLE = `\n| check | version | kind | what it found |\n| --- | --- | --- | --- |\n${CHECKS.flatMap(kindsOf).join('\n')}\n\n`

it('docs/measures.md tells every measure and every check as they are', async () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  expect(text).toMatch(LIST)
  expect(text).toMatch(KINDS)
  const list = `${MEASURE_GROUPS.map(tableOf).join('')}\n`
  const told = text
    .replace(LIST, (_, begin: string, end: string) => begin + list + end)
    .replace(KINDS, (_, begin: string, end: string) => begin + CHECK_TABLE + end)
  await expect(told).toMatchFileSnapshot(DOCUMENT)
})
