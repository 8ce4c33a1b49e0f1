/** How sure a check is of what it found: the text says it, several signs say it, one sign says it. */
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const

/** See {@link CERTAINTIES}. */
export type Certainty = (typeof CERTAINTIES)[number]

/** How much a rule's finding weighs against an example. */
export const SEVERITIES = ['high', 'medium', 'low'] as const

/** See {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number]

/** The texts of an example evidence can be in. `arguments` are the arguments text of one call, `patch` is the agent's diff. */
export const EVIDENCE_FIELDS = ['content', 'reasoning', 'arguments', 'patch'] as const

/** See {@link EVIDENCE_FIELDS}. */
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number]

/** A piece of one text of an example. */
export interface TextPlace {
  /** Null in the patch. */
  messageIndex: number | null
  field: EvidenceField
  /** Which call of the message, for `arguments`. */
  call: number | null
  /** UTF-16 offsets into that text; `end` is behind the last unit. */
  start: number
  end: number
}

/** A second piece of text that belongs to the same evidence: what a command printed, the patch lines that came of it. */
export interface EvidencePart {
  what: 'output' | 'patch' | 'earlier'
  at: TextPlace
  quote: string
}

/** Something a check found in a run. */
export interface Evidence {
  /** What was found, among the kinds the check knows: `banned-history`. */
  kind: string
  /** One sentence, with the numbers. */
  text: string
  certainty: Certainty
  /** Null when it is about the run as a whole. */
  at: TextPlace | null
  /** The text there, at most {@link QUOTE_UNITS} UTF-16 units; '' without a place. */
  quote: string
  parts: EvidencePart[]
}

/** Longer quotes are cut; the place says how long the text is. */
export const QUOTE_UNITS = 400

/** Most findings told of one example, and most that are taken of one check. */
export const MOST_FINDINGS = 1_000

/** Evidence as a rule shows it. */
export interface Finding extends Evidence {
  /** Rule id; of evidence that no rule of the recipe asks for, the check's id. */
  rule: string
  /** The rule's version, or the check's. */
  version: number
  severity: Severity
  /** The check that found it, with what version. */
  check: string
  /** True when a step of the recipe in force drops the example for findings of this kind. */
  isDropping: boolean
  /** `at` again, in bytes of that text as UTF-8. */
  bytes: { start: number; end: number } | null
}

/** A check that did not come to an end on an example. */
export interface CheckFault {
  check: string
  text: string
}

/** Everything found in one example: what is about the run as a whole, then by message, the patch last. */
export interface Findings {
  findings: Finding[]
  /** How many there are beyond the {@link MOST_FINDINGS} that are told, those that drop the example before others. */
  leftOut: number
  faults: CheckFault[]
}
