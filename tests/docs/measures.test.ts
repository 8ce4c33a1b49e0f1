import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { MEASURE_INFO } from '#measure'
import { MEASURE_GROUPS, type MeasureGroup, type MeasureInfo } from '#record'

const DOCUMENT = join(resolve(import.meta.dirname, '../../docs'), 'measures.md')
const LIST = /(<!-- measures: [^\n]*-->\n)[\s\S]*?(<!-- \/measures -->)/

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

function lineOf({ id, label, unit, type, version, help, encoding, amounts }: MeasureInfo): string {
  const counted = amounts ? ` Amounts: ${amounts.map((amount) => `\`${amount.id}\``).join(', ')}.` : ''
  const by = encoding ? ` Encoding \`${encoding}\`.` : ''
  const cells = [`\`${id}\``, label, unit, type, String(version), `${help}${counted}${by}`]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

it('docs/measures.md tells every measure as it is', async () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  expect(text).toMatch(LIST)
  const list = `${MEASURE_GROUPS.map(tableOf).join('')}\n`
  await expect(text.replace(LIST, (_, begin: string, end: string) => begin + list + end)).toMatchFileSnapshot(DOCUMENT)
})
