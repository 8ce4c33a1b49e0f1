import type { ExampleRow, Fault, Json, MeasureType, Severity } from '#record'
import type { JudgeStep } from './judge-plan.ts'

/** One parameter of a rule. */
export interface RuleParameter {
  name: string
  type: 'integer' | 'real' | 'boolean' | 'text' | 'text-list' | 'label-list' | 'measure'
  default: Json
  /** What it means, in a person's words. */
  help: string
  /** Of a number. */
  min?: number
  max?: number
  /** Of a text, a list or a measure: what it may be; absent where it is free. */
  allowed?: string[]
}

/** A parameter as its pack declares it. */
export interface DeclaredParameter extends RuleParameter {
  /** Of a text: that it is a condition over columns. Of a text list: that it names lists of benchmarks; without any it means all of them. */
  means: 'text' | 'condition' | 'benchmarks'
  /** Of a text list: that its order matters. Other lists are sets. */
  isOrdered: boolean
}

/** Parameters of one step by name, complete: defaults filled in. */
export type Parameters = Record<string, Json>

/** A text with `{column}` and `{$parameter}` in it, told where its condition holds; null holds always. */
export interface Wording {
  when: string | null
  text: string
}

/** What a rule does, as its pack writes it: texts that begin with `$` stand for parameters. */
export type RuleAction =
  | { kind: 'drop'; when: string }
  | {
      kind: 'choose'
      per: string
      most: number | string
      /** `most COLUMN` or `least COLUMN`; as a parameter, a list of keys of `words`. */
      prefer: string | readonly string[]
      words: Readonly<Record<string, string>>
      seed: number | string
    }
  | { kind: 'share'; of: string; most: number | string; only: string | readonly string[] | null; seed: number | string }

/** A rule as data: what its parameters are, which examples it drops, and how it says so. */
export interface Rule {
  id: string
  /** Raised whenever the same parameters may give another answer; part of a recipe's hash. */
  version: number
  title: string
  help: string
  severity: Severity
  /** Name of the pack it comes from. */
  pack: string
  /** Of a rule of a person's own pack: sha256 of what it says, for nobody raises their version. Null of those that ship. */
  sha256: string | null
  parameters: readonly DeclaredParameter[]
  action: RuleAction
  /** The parameters in words; the first that holds. */
  summary: readonly Wording[]
  /** Why an example fails; the first that holds. */
  says: readonly Wording[]
  /** The check whose findings it shows, and which kinds of them: null for all. */
  check: string | null
  kinds: readonly Wording[] | null
}

/** Tasks a model is measured on: what must not be trained on. */
export interface BenchmarkList {
  /** The file's name without its ending. */
  name: string
  sha256: string
  /** `owner/name#123`, lower case. */
  tasks: readonly string[]
  /** `owner/name`, lower case. */
  repositories: readonly string[]
}

/** A column rules may name. */
export interface RuleColumn extends ExpressionColumn {
  unit?: string
  /** The check whose evidence it counts: where that did not come to its end, the rule cannot be asked. */
  check?: string | undefined
}

/** Every rule a recipe may use, and what rules are read with. */
export interface RuleBook {
  /** In the order screens offer them. */
  rules: readonly Rule[]
  find(id: string): Rule | undefined
  lists: readonly BenchmarkList[]
  columns: readonly RuleColumn[]
  /** Columns that hang on what other examples there are: rules choose by them, conditions cannot read them. */
  groups: readonly RuleColumn[]
  /** What is wrong with packs and lists; their rules are not among the rules. */
  faults: readonly Fault[]
}

/** One step of a recipe: a rule with its parameters. */
export interface RecipeStep {
  /** See `FunnelStep.key`; counted over all steps, so that switching one off renames no other. */
  key: string
  rule: string
  /** The rule's. */
  version: number
  /** The rule's, unless the step has a parameter `title`. */
  title: string
  /** The parameters in words. */
  summary: string
  severity: Severity
  parameters: Parameters
  /** Off steps stay in the file and do nothing. */
  enabled: boolean
  /** The check whose findings it shows, and which kinds of them: null for all. */
  check: string | null
  kinds: readonly string[] | null
  /** sha256 of what its meaning hangs on besides version and parameters: lists it names, a person's own rule. */
  basis: readonly string[]
  /** What the store asks. */
  judged: JudgeStep
  /** Why an example fails it, in one sentence with the numbers of its row. */
  tell(row: ExampleRow): string
}

/** An ordered list of rules and limits, as a file. */
export interface Recipe {
  name: string
  description: string
  steps: RecipeStep[]
  /** The file's text, comments included. */
  text: string
  /** sha256 over name-independent canonical steps and rule versions. */
  hash: string
}

/** A column an expression may name. */
export interface ExpressionColumn {
  id: string
  type: MeasureType
}

/** How two values are compared. */
export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>='

/** A number of a row: of a column, or reckoned from some. Nothing where a column has no value, and where it would be divided by 0. */
export type Amount =
  | { kind: 'number'; value: number }
  | { kind: 'column'; column: string }
  | { kind: 'calculation'; operator: '+' | '-' | '*' | '/'; left: Amount; right: Amount }

/**
 * A parsed condition; the store turns it into SQL with bound values. Two-valued: nothing is never less, greater or equal to a value, so `not` turns
 * every row around; a column `== null` tests for nothing. Constants come of parameters and are folded away inside others.
 */
export type Expression =
  | { kind: 'constant'; value: boolean }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'not'; operand: Expression }
  | { kind: 'compare'; column: string; operator: Comparison; value: string | number | boolean | null }
  | { kind: 'compare-amounts'; operator: Comparison; left: Amount; right: Amount }
  | { kind: 'contains'; column: string; value: string }
  /** `anyCase`: values are in lower case and so is the column read. */
  | { kind: 'in'; column: string; values: readonly (string | number)[]; anyCase?: true }

/** What `$name` stands for in a rule's condition. Texts in lists are in lower case and match in any case. */
export type ExpressionParameter =
  | { kind: 'value'; value: number | string | boolean }
  /** `fitting`: those of the values a text about this row is to name. */
  | { kind: 'list'; values: readonly (string | number)[]; fitting?: (row: ExampleRow) => readonly string[] }
  | { kind: 'column'; column: string }
  | { kind: 'condition'; expression: Expression }
