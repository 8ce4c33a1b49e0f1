import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { exportReviewed, type Reviewed } from '../verify/reviewed-export.ts'

const GOLDEN = join(import.meta.dirname, '../../../fixtures/export-card')

/** Something for everybody who reads a card: Markdown, HTML, YAML, SVG, and what turns text around. */
const HOSTILE =
  '\n---\nlicense: mit\n---\n# Owned `|` <script>alert(1)</script> ![x](http://evil.example/x.png) [a](javascript:x) <!-- ]]> "\' & @someone \u202e\u0000\ud800'

const hostile: Reviewed = {
  answers: [
    { row: 2, kind: 'accept', reviewer: HOSTILE, reason: HOSTILE, note: HOSTILE },
    { row: 3, kind: 'reject', reviewer: 'bo', reason: null },
  ],
  row: { repo: HOSTILE, license: HOSTILE, language: HOSTILE },
  facts: {
    sources: [{ id: 's1', uri: `hf://datasets/${HOSTILE}`, revision: HOSTILE, shapes: ['R1'], examples: 6, license: null }],
    recipe: { name: HOSTILE, hash: 'a'.repeat(64), text: HOSTILE, rules: { [HOSTILE]: 1 } },
  },
}

async function cardOf(reviewed: Reviewed): Promise<string> {
  return readFile(join(await exportReviewed(reviewed), 'README.md'), 'utf8')
}

function frontOf(card: string): Record<string, unknown> {
  return parse(card.slice(4, card.indexOf('\n---\n', 4)))
}

/** Markdown without its code spans and fences: what is left could be markup. */
function outsideCode(card: string): string {
  return card.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '')
}

describe('a card', () => {
  it('says what the export is, how it came about and how to prove it', async () => {
    const out = await exportReviewed({
      answers: [
        { row: 2, kind: 'accept', reason: 'label-wrong' },
        { row: 3, kind: 'reject', reviewer: 'bo', reason: 'wrong-fix' },
      ],
      splits: { by: 'repo', shares: { train: 0.8, validation: 0, test: 0.2 }, seed: 1 },
      facts: {
        sources: [
          {
            id: 's1',
            uri: 'hf://datasets/nvidia/Open-SWE-Traces',
            revision: '0123456789abcdef',
            shapes: ['R1'],
            examples: 6,
            license: 'cc-by-4.0',
          },
        ],
      },
    })
    await expect(await readFile(join(out, 'README.md'), 'utf8')).toMatchFileSnapshot(join(GOLDEN, 'README.md'))
    for (const name of (await readdir(out)).filter((file) => file.endsWith('.svg'))) {
      await expect(await readFile(join(out, name), 'utf8')).toMatchFileSnapshot(join(GOLDEN, name))
    }
  })

  it('tells the Hub which files are data, so that ledger and index are not read as rows', async () => {
    const { configs, license, size_categories, task_categories } = frontOf(await cardOf({}))
    expect({ configs, license, size_categories, task_categories }).toEqual({
      configs: [{ config_name: 'default', data_files: [{ split: 'train', path: 'open_swe_sft.jsonl' }] }],
      license: 'cc-by-4.0',
      size_categories: ['n<1K'],
      task_categories: ['text-generation'],
    })
  })

  it('invents no licence', async () => {
    const source = { id: 's1', uri: '/rows', revision: null, shapes: ['R1'], examples: 6 }
    const cards = await Promise.all(
      [[null], ['cc-by-4.0', null], ['cc-by-4.0', 'mit']].map((licences) =>
        cardOf({ facts: { sources: licences.map((license) => ({ ...source, license })) } }),
      ),
    )
    expect(cards.map((card) => frontOf(card).license)).toEqual(['unknown', 'unknown', 'other'])
    expect(cards[0]).toContain('The licence of at least one source is not known.')
    expect(cards.join('')).not.toContain('creativecommons.org')
  })

  it('shows hostile texts as text', async () => {
    const card = await cardOf(hostile)
    const { license, source_datasets } = frontOf(card)
    expect({ license, source_datasets }).toEqual({ license: 'unknown', source_datasets: undefined })
    const plain = outsideCode(card)
    expect(plain).not.toMatch(/<script|<!--|evil\.example|javascript:|@someone|^# Owned/m)
    for (const sign of ['\u202e', '\u0000']) expect(plain.includes(sign)).toBe(false)
    const headings = card.split('\n').filter((line) => line.startsWith('#'))
    expect(headings.every((line) => /^#{1,2} [A-Z][\w ,:]+$/.test(line))).toBe(true)
    for (const line of card.split('\n').filter((one) => one.startsWith('|'))) {
      expect(line.replace(/`[^`]*`/g, '')).not.toContain('¦')
      expect(line.endsWith(' |')).toBe(true)
    }
  })

  it('draws pictures without scripts or links that parse as XML, whatever values are called', async () => {
    const out = await exportReviewed(hostile)
    const pictures = (await readdir(out)).filter((file) => file.endsWith('.svg'))
    expect(pictures).toContain('plot-languages.svg')
    for (const name of pictures) {
      const svg = await readFile(join(out, name), 'utf8')
      expect(svg).not.toMatch(/<script|<!--|<!\[|href|on\w+=/)
      expect([...svg].some((sign) => sign < '\t')).toBe(false)
      const tags = svg.match(/<[^>]*>/g) ?? []
      expect(tags.every((tag) => /^<\/?(svg|rect|text|line)[ >/]/.test(tag))).toBe(true)
      expect(svg.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]|&(?!#\d+;)/)
    }
  })
})
