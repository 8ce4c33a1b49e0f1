import type { ExampleRow } from '#record'
import { fault } from '#record'
import type { LedgerDraft } from '#review'
import { appendDrafts, sign } from './append-drafts.ts'
import { contentHashAt, rowOf } from './decide.ts'
import type { Desk } from './desk.ts'
import { standingsOf } from './standings-of.ts'

/** Longest tag, in characters. */
const LONGEST = 100

/** Adds and removes tags of examples, as one batch. What is so already is not said again. */
export async function tag(
  desk: Desk,
  input: { ids: readonly string[]; add: readonly string[]; remove: readonly string[]; reviewer?: string | undefined },
): Promise<ExampleRow[]> {
  const { analysis } = desk.session.workspace
  const [add, remove] = [new Set(input.add.map(asTag)), new Set(input.remove.map(asTag))]
  for (const one of add) if (remove.has(one)) throw badTag(one, 'is both to be added and to be removed', 'Say one of them.')
  const ids = [...new Set(input.ids)]
  const places = ids.map((id) => ({ exampleId: id, contentHash: contentHashAt(desk, id) }))
  const tagsOf = new Map((await standingsOf(desk.session, ids)).map(({ exampleId, tags }) => [exampleId, tags]))
  const said = places.flatMap(({ exampleId, contentHash }) => {
    const tags = tagsOf.get(exampleId) ?? []
    const saying = (kind: 'tag' | 'untag') => (value: string) => ({ exampleId, contentHash, kind, value })
    return [
      ...[...add].filter((one) => !tags.includes(one)).map(saying('tag')),
      ...[...remove].filter((one) => tags.includes(one)).map(saying('untag')),
    ]
  })
  if (said.length > 0) await appendSaid(desk, said, input.reviewer)
  const rows = new Map((await analysis.rowsOf(ids)).map((row) => [row.id, row]))
  return ids.flatMap((id) => rows.get(id) ?? [])
}

/** Marks an example for another look, or takes the mark away. */
export async function flag(
  desk: Desk,
  { id, isFlagged, reviewer }: { id: string; isFlagged: boolean; reviewer?: string | undefined },
): Promise<ExampleRow> {
  const contentHash = contentHashAt(desk, id)
  const [standing] = await standingsOf(desk.session, [id])
  if ((standing?.isFlagged ?? false) !== isFlagged) {
    await appendSaid(desk, [{ exampleId: id, contentHash, kind: isFlagged ? 'flag' : 'unflag' }], reviewer)
  }
  return rowOf(desk, id)
}

async function appendSaid(
  desk: Desk,
  said: readonly Pick<LedgerDraft, 'exampleId' | 'contentHash' | 'kind' | 'value'>[],
  reviewer: string | undefined,
): Promise<void> {
  const signature = await sign(desk, reviewer)
  const batch = said.length > 1 ? crypto.randomUUID() : undefined
  const rest = { ...signature, reason: null, note: null, undoes: null, batch }
  await appendDrafts(
    desk,
    said.map((one) => ({ ...rest, ...one })),
  )
}

/** Lists of tags are shown, and written, joined by commas. */
function asTag(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw badTag(text, 'is empty', 'Write a word.')
  if (trimmed.length > LONGEST) throw badTag(`${trimmed.slice(0, 20)}…`, `is longer than ${LONGEST} characters`, 'Write a shorter one.')
  if (/[\p{Cc}\p{Cs}\u2028\u2029,]/u.test(trimmed)) throw badTag(trimmed, 'has a comma or a control character in it', 'Leave it out.')
  return trimmed
}

function badTag(text: string, why: string, remedy: string) {
  return fault('bad-input', `The tag ${JSON.stringify(text)} ${why}.`, { culprit: 'tag', remedy })
}
