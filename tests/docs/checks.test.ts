import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { CHECKS, type Check } from '#measure'

const DOCUMENT = join(resolve(import.meta.dirname, '../../docs'), 'checks.md')
const LIST = /(<!-- checks: [^\n]*-->\n)[\s\S]*?(<!-- \/checks -->)/

function sectionOf({ id, version, title, kinds, measures }: Check): string {
  const found = Object.entries(kinds).map(([kind, text]) => `| \`${kind}\` | ${cell(text)} |`)
  const counted = measures.map((measure) => `\`${measure.id}\``).join(', ')
  return `\n### ${title}\n\nCheck \`${id}\`, version ${version}. Counted in ${counted}.\n\n| kind | what |\n| --- | --- |\n${found.join('\n')}\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

it('docs/checks.md tells every check as it is', async () => {
  const text = readFileSync(DOCUMENT, 'utf8')
  expect(text).toMatch(LIST)
  const list = `${CHECKS.map(sectionOf).join('')}\n`
  await expect(text.replace(LIST, (_, begin: string, end: string) => begin + list + end)).toMatchFileSnapshot(DOCUMENT)
})
