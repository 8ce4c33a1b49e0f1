import type { LedgerEntry, Opinion, Redaction } from '#record'

/** What one example is at, said the plain way. */
interface Seen {
  opinions: Opinion[]
  note: string | null
  speaker: { reviewer: string; time: string; isAnswer: boolean } | null
  tags: string[]
  isFlagged: boolean
  edits: LedgerEntry[]
}

/** Everything the ledger says, entry by entry in the order people spoke, with nothing clever in it. Keyed by example. */
export function naiveReplay(entries: readonly LedgerEntry[]): Map<string, Seen> {
  const stands = (entry: LedgerEntry): boolean => !entries.some((one) => one.kind === 'undo' && one.undoes === entry.seq && stands(one))
  const key = (entry: LedgerEntry) => [entry.time, entry.originSeq ?? entry.seq, entry.originHash ?? entry.hash] as const
  const spoken = entries.filter(stands).sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x[0] !== y[0]) return x[0] < y[0] ? -1 : 1
    if (x[1] !== y[1]) return x[1] - y[1]
    return x[2] < y[2] ? -1 : 1
  })
  const seen = new Map<string, Seen>()
  for (const entry of spoken) {
    const now = seen.get(entry.exampleId) ?? { opinions: [], note: null, speaker: null, tags: [], isFlagged: false, edits: [] }
    seen.set(entry.exampleId, now)
    const { kind, reviewer, reason, note, time, seq, contentHash, value = '' } = entry
    switch (kind) {
      case 'accept':
      case 'reject':
      case 'clear':
        now.opinions = now.opinions.filter((opinion) => {
          const { hash, originHash = hash } = entries.find((one) => one.seq === opinion.seq) ?? entry
          return opinion.reviewer !== reviewer && !(entry.settles && (entry.value ?? originHash).includes(originHash))
        })
        if (kind !== 'clear') {
          now.opinions.push({ reviewer, decision: kind, reason, note, time, seq, contentHash, isBlind: entry.isBlind === true })
        }
        now.speaker = { reviewer, time, isAnswer: true }
        if (note !== null) now.note = note
        break
      case 'note':
        if (!now.speaker?.isAnswer) now.speaker = { reviewer, time, isAnswer: false }
        now.note = note
        break
      case 'tag':
        if (!now.tags.includes(value)) now.tags.push(value)
        break
      case 'untag':
        now.tags = now.tags.filter((tag) => tag !== value)
        break
      case 'flag':
      case 'unflag':
        now.isFlagged = kind === 'flag'
        break
      case 'mask':
      case 'unmask':
      case 'cut':
      case 'uncut':
      case 'redact':
      case 'unredact':
        now.edits.push(entry)
        break
      case 'pair':
      case 'unpair':
      case 'undo':
        break
    }
  }
  return seen
}

/** Messages masked, where it is cut, and every unit of text that is redacted, by asking each edit of the newest one's bytes in turn. */
export function naiveEdits(all: readonly LedgerEntry[]) {
  const edits = all.filter(({ contentHash }) => contentHash === all.at(-1)?.contentHash)
  const masked: boolean[] = []
  const redactions: Redaction[] = []
  let cutAfter: number | null = null
  for (const { kind, value = 'null' } of edits) {
    if (kind === 'uncut') cutAfter = null
    else if (kind === 'cut') cutAfter = Number(value)
    else if (kind === 'mask' || kind === 'unmask') for (const index of JSON.parse(value) as number[]) masked[index] = kind === 'mask'
    else {
      const redaction = JSON.parse(value) as Redaction
      const at = redactions.findIndex((one) => JSON.stringify(one.at) === JSON.stringify(redaction.at))
      if (at >= 0) redactions.splice(at, 1)
      if (kind === 'redact') redactions.push(redaction)
    }
  }
  return {
    masked: Object.keys(masked)
      .map(Number)
      .filter((index) => masked[index]),
    cutAfter,
    redacted: unitsOf(redactions),
  }
}

/** Every unit of text these redactions take away, as `field:offset`. */
export function unitsOf(redactions: readonly Redaction[]): string[] {
  const units = redactions.flatMap(({ at }) => Array.from({ length: at.end - at.start }, (_, n) => `${at.field}:${at.start + n}`))
  return [...new Set(units)].sort()
}
