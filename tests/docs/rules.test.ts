import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { type RuleInfo, type RuleParameter, ruleInfo } from '#filter'
import { bundledBook } from '../support/rule-book.ts'

const DOCUMENT = join(resolve(import.meta.dirname, '../../docs'), 'rules.md')
const LIST = /(<!-- rules: [^\n]*-->\n)[\s\S]*?(<!-- \/rules -->)/

function sectionOf(pack: string): string {
  const rules = bundledBook.rules.filter((rule) => rule.pack === pack).map(ruleInfo)
  return `\n### Pack ${pack}\n${rules.map(ruleText).join('')}`
}

function ruleText({ id, version, title, help, severity, kind, when, check, parameters }: RuleInfo): string {
  const shows = check === null ? '' : `, shows what the check \`${check}\` finds`
  const what = `${kind === 'drop' ? 'Drops' : 'Chooses'}: \`${when}\``
  const table =
    parameters.length === 0
      ? ''
      : `\n| parameter | type | default | may be | what |\n| --- | --- | --- | --- | --- |\n${parameters.map(lineOf).join('\n')}\n`
  return `\n#### \`${id}\`: ${title}\n\n${help}\n\nVersion ${version}, severity ${severity}${shows}. ${what}\n${table}`
}

function lineOf({ name, type, default: value, help, ...range }: RuleParameter): string {
  const cells = [`\`${name}\``, type, `\`${JSON.stringify(value)}\``, rangeOf(range), help]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function rangeOf({ min, max, allowed }: Pick<RuleParameter, 'min' | 'max' | 'allowed'>): string {
  if (allowed) return allowed.map((one) => `\`${one}\``).join(', ')
  return [
    ...(min === undefined ? [] : [`from ${min.toLocaleString('en-US')}`]),
    ...(max === undefined ? [] : [`to ${max.toLocaleString('en-US')}`]),
  ].join(' ')
}

it('docs/rules.md tells every rule as it is', async () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  expect(text).toMatch(LIST)
  const packs = [...new Set(bundledBook.rules.map(({ pack }) => pack))]
  const list = `${packs.map(sectionOf).join('')}\n`
  await expect(text.replace(LIST, (_, begin: string, end: string) => begin + list + end)).toMatchFileSnapshot(DOCUMENT)
})
