/** One example, opened, as they cross the contract. */
import { z } from 'zod'
import type { ResultFacts, Step } from '#record'
import { sourceRef, text } from './common.ts'
import { exampleRow } from './example-row.ts'
import { opinion } from './review.ts'
import { exampleEdits } from './step-edit.ts'

/** What a call does; see the type. */
export const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shell'), command: z.string() }),
  z.object({
    kind: z.literal('edit'),
    path: z.string(),
    change: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('create'), text: z.string() }),
      z.object({ kind: z.literal('replace'), before: z.string(), after: z.string() }),
      z.object({ kind: z.literal('insert'), line: z.number(), text: z.string() }),
      z.object({ kind: z.literal('undo') }),
    ]),
  }),
  z.object({ kind: z.literal('view'), path: z.string() }),
  z.object({ kind: z.literal('think'), thought: z.string() }),
  z.object({ kind: z.literal('finish') }),
  z.object({ kind: z.literal('other') }),
])

const resultFacts = z.object({
  call: z.object({ messageIndex: z.number(), callIndex: z.number() }).nullable(),
  exitCode: z.number().nullable(),
  isError: z.boolean(),
  isTruncated: z.boolean(),
}) satisfies z.ZodType<ResultFacts>

/** A text that may have been cut for the wire; `size` is its whole length in UTF-16 units. */
const cutText = z.object({ text: z.string(), size: z.number() })

/** A message as the page gets it: long texts cut, sizes told, acts and results read. */
export const messageView = z.object({
  index: z.number(),
  role: z.string(),
  content: cutText,
  reasoning: cutText.nullable(),
  calls: z.array(
    z.object({
      id: text,
      name: z.string(),
      protocol: z.enum(['structured', 'function-tag', 'execute-tag', 'fence', 'command-tag', 'action']),
      argumentsText: cutText,
      argumentsError: text,
      /** Texts inside are cut at 64 kB like all others; `argumentsText.size` tells. */
      act,
      /** True when running this call runs the project's tests. */
      isTest: z.boolean(),
      /** True when it changes files: by an edit tool, or by a shell command that writes. */
      isEdit: z.boolean(),
      /** True when it hands the work in. */
      isEnd: z.boolean(),
      resultIndex: z.number().nullable(),
    }),
  ),
  result: resultFacts.nullable(),
  name: text,
  toolCallId: text,
  /** cl100k_base tokens of content, reasoning and structured calls together. */
  tokens: z.number(),
  /** The same apart. */
  tokenParts: z.object({ content: z.number(), reasoning: z.number(), calls: z.number() }),
  extra: z.record(z.string(), z.json()),
})

/** See {@link messageView}. */
export type MessageView = z.infer<typeof messageView>

export const step = z.object({ number: z.number(), messageIndex: z.number(), resultIndexes: z.array(z.number()) }) satisfies z.ZodType<Step>

export const exampleDetail = z.object({
  row: exampleRow,
  ref: sourceRef,
  hints: z.object({ config: text, split: text }),
  messages: z.array(messageView),
  steps: z.array(step),
  tools: z.array(z.json()),
  metadata: z.record(z.string(), z.json()),
  extra: z.record(z.string(), z.json()),
  notes: z.array(z.string()),
  hasPatch: z.boolean(),
  hasReferencePatch: z.boolean(),
  /** Bytes of the stored row. */
  bodyBytes: z.number(),
  recipeName: text,
  /** Standing opinions about it, oldest first. */
  opinions: z.array(opinion),
  edits: exampleEdits,
  /** Other attempts at its instance in this workspace. */
  siblings: z.number(),
})

export const textInput = z.object({
  id: z.string(),
  message: z.number().int().min(0),
  field: z.enum(['content', 'reasoning', 'arguments']),
  /** Which call, for `arguments`. */
  call: z.number().int().min(0).optional(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(262144),
})

export const findInput = z.object({
  id: z.string(),
  query: z.string().min(1).max(500),
  /** The query is a regular expression (RE2's syntax, which takes linear time); a mistake in it is `bad-input`. */
  isRegex: z.boolean().optional(),
  isCaseSensitive: z.boolean().optional(),
  /** Messages of these roles alone. */
  roles: z.array(z.string()).optional(),
})

export const findResult = z.object({
  hits: z.array(
    z.object({
      message: z.number(),
      field: z.enum(['content', 'reasoning', 'arguments']),
      call: z.number().nullable(),
      offset: z.number(),
      length: z.number(),
      before: z.string(),
      match: z.string(),
      after: z.string(),
    }),
  ),
  /** All there are, counted up to 1,000,000. */
  total: z.number(),
})
