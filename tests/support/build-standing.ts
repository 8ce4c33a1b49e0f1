import { NO_EDITS, type Standing } from '#record'

/** What ana's standing answer about an example says, with what the test cares about laid over it. Without a decision nobody has an opinion. */
export function buildStanding(over: Partial<Standing> & Pick<Standing, 'exampleId'>): Standing {
  const { decision = null, contentHash = 'c1', reason = null, note = null, seq = 1 } = over
  const speaker = decision === null ? { reviewer: null, time: null } : { reviewer: over.reviewer ?? 'ana', time: over.time ?? 't' }
  const opinion = {
    reviewer: over.reviewer ?? 'ana',
    decision: decision ?? 'accept',
    reason,
    note,
    time: 't',
    seq,
    contentHash,
    isBlind: false,
  }
  return {
    reason,
    note,
    seq,
    contentHash,
    ...speaker,
    opinions: decision === null ? [] : [opinion],
    isDisputed: false,
    tags: [],
    isFlagged: false,
    edits: NO_EDITS,
    decision,
    ...over,
  }
}
