/** What a problem is about. */
export type ProblemKind = 'manifest' | 'file' | 'row' | 'split' | 'ledger' | 'decision' | 'recipe' | 'source'

/** Something about an export that is not as its manifest, its ledger or the workspace says. */
export interface VerifyProblem {
  kind: ProblemKind
  /** The file, and the line where there is one: `train.jsonl:7`. */
  where: string
  message: string
}

/** Problems that are listed; further ones are counted. */
const MOST = 100

/** Problems as they are found. */
export class Problems {
  readonly list: VerifyProblem[] = []
  more = 0

  /** Adds one. */
  add(kind: ProblemKind, where: string, message: string): void {
    if (this.list.length < MOST) this.list.push({ kind, where, message })
    else this.more += 1
  }

  get count(): number {
    return this.list.length + this.more
  }
}
