import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRow } from '#parse'
import type { Json } from '#record'
import { chatOf } from '../../src/core/export/chat/chat-of.ts'
import type { ChatTemplate, TemplateChat } from '../../src/core/export/template/chat-template.ts'
import { hostileRow } from '../support/hostile-chats.ts'
import { buildR3, buildRaw } from '../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../support/shared-rows.ts'
import { templateNames, templatesFolder, testTemplate } from '../support/templates.ts'
import { hasModule, runPython } from './python.ts'

/** What Python's Jinja made of a chat. */
type Render = { text: string; spans: [number, number][] } | { error: string }

const isHere = hasModule('jinja2')

function chatsOf(values: Json[]): TemplateChat[] {
  return values.flatMap((value) => {
    const parsed = parseRow(buildRaw(value))
    if (parsed.kind === 'rejection') return []
    const { chat } = chatOf({ example: parsed.example, masked: [], cutMessages: 0, isStale: false })
    // Both get what a file would hold. A chat of no message is refused by most templates in Python alone, and never leaves.
    return chat.messages.length === 0 ? [] : [{ ...chat, messages: JSON.parse(JSON.stringify(chat.messages)) as TemplateChat['messages'] }]
  })
}

/** What we make of it; null where it is refused. Spans are of templates that mark what is trained on: of others Python tells none. */
function ours(template: ChatTemplate, chat: TemplateChat): { text: string; spans: number[][] } | null {
  try {
    const { text, trained } = template.render(chat)
    return { text, spans: template.info.marksTrained ? (trained ?? []).map(({ start, end }) => [start, end]) : [] }
  } catch {
    return null
  }
}

/** Where two texts, or what is trained on of them, part, with a little of both; null where they do not. */
function parting(theirs: Render | undefined, own: ReturnType<typeof ours>): string[] | null {
  const made = theirs && 'text' in theirs ? { text: theirs.text, spans: joined(theirs.spans) } : null
  if (isDeepStrictEqual(made, own && { ...own, spans: joined(own.spans) })) return null
  if (made === null || own === null) return [theirs, own].map((one) => JSON.stringify(one)?.slice(0, 200) ?? '')
  const at = Array.from(made.text).findIndex((_, place) => made.text[place] !== own.text[place])
  return [made, own].map(({ text, spans }) => JSON.stringify(at < 0 ? spans : text.slice(Math.max(0, at - 80), at + 80)))
}

/** Spans that touch are one. */
function joined(spans: number[][]): number[][] {
  const all: number[][] = []
  for (const [start = 0, end = 0] of spans) {
    const last = all.at(-1)
    if (last?.[1] === start) last[1] = end
    else all.push([start, end])
  }
  return all
}

const hostile = fc.sample(hostileRow, { seed: 2026, numRuns: 25 })
const real = hasSharedData ? sharedFiles('messages-r3').flatMap((name) => sharedRows(name).slice(0, 1)) : []
const chats = chatsOf([buildR3(), ...hostile, ...real])

describe.skipIf(!isHere)('Python’s Jinja, set up as Transformers does (skipped: no python3 with jinja2)', () => {
  test.each(templateNames)('renders %s as we do, or refuses what we refuse', (name) => {
    const template = readFileSync(join(templatesFolder, `${name}.jinja`), 'utf8')
    const renders = chats.map(({ messages, tools }) => ({ template, messages, tools, bos_token: '<｜begin▁of▁sentence｜>' }))
    const made = runPython('render.py', { renders }) as { renders: Render[] }
    const own = testTemplate(name)
    const differing = chats.flatMap((chat, at) => {
      const found = parting(made.renders[at], ours(own, chat))
      return found ? [[`chat ${at}`, ...found]] : []
    })
    expect(differing.slice(0, 5)).toEqual([])
  })
})
