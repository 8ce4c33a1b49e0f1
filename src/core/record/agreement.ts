/** How often two reviewers say the same about examples both judged. */
export interface PairAgreement {
  a: string
  b: string
  /** Examples both judged. */
  both: number
  agreed: number
  /** `agreed / both`; null when they share none. */
  percent: number | null
  /** Cohen's kappa (Cohen 1960): (po - pe) / (1 - pe); null where it is not defined: no shared example, or chance alone would agree always. */
  kappa: number | null
  /** Counts: what `a` said, then what `b` said. */
  table: { acceptAccept: number; acceptReject: number; rejectAccept: number; rejectReject: number }
}

/** Agreement of everybody. */
export interface Agreement {
  /** Most decisions first. */
  reviewers: { reviewer: string; judged: number; accepted: number; blind: number }[]
  /** Every two that share an example, most shared first. */
  pairs: PairAgreement[]
  /** Examples with two opinions or more. */
  doubled: number
  /** Of those, how many are in dispute now. */
  disputed: number
  /** Disputes that somebody settled. */
  settled: number
}
