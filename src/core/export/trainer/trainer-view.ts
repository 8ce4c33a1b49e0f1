import { fault, type MarkerCheck, type TrainerTokens, type TrainerView } from '#record'
import { applyEdits } from '#review'
import type { TargetFormat } from '../targets/target-format.ts'
import { type LoadedExample, type RowMaker, unitOf } from '../threads/make-row.ts'
import { judgeRow } from './judge-row.ts'
import { checkRow, lengthCheck } from './row-checks.ts'
import { tokenizerWarning } from './tokenizer-warning.ts'
import { trainerTokens } from './trainer-tokens.ts'

/**
 * A row as a trainer reads it, made by what an export's rows are made by: of one example, or of a pair with the chosen one first. An example that a policy
 * keeps out is shown as it would leave without.
 *
 * @throws FaultError `bad-input` for one example where rows are made of pairs, and where the target needs a template and none is chosen
 */
export function trainerView({ format, context }: RowMaker, loaded: readonly LoadedExample[]): TrainerView {
  const target = format.info.id
  if (format.info.unit === 'pair' && loaded.length < 2) throw pairFault(target)
  const edited = loaded.map(({ example, edits }) => applyEdits(example, edits))
  const unit = unitOf(loaded, edited)
  const made = judgeRow(format, unit, format.rowOf(unit, context), context)
  const open = { ...context, policies: { ...context.policies, lost: 'take', overlong: 'take', masks: 'take-whole' } as const }
  const shown = made.isLeftOut ? format.rowOf(unit, open) : made
  const { reading, checks } = checkRow(format, unit, shown, open)
  const tokens =
    reading?.template != null && context.encoder ? trainerTokens(reading, context.encoder, context.options.contextLength) : null
  return {
    target,
    template: reading?.template ?? context.template?.info.name ?? null,
    text: reading?.text ?? '',
    trained: reading?.trained ?? null,
    places: reading?.places ?? [],
    tokens,
    checks: [...checks, withTokenizer(lengthCheck(tokens, reading), format, tokens)],
    notes: made.notes,
    isLeftOut: made.isLeftOut,
  }
}

/** Ids of another model's are what the row is made of, so it is the count that warns. */
function withTokenizer(check: MarkerCheck, { info }: TargetFormat, tokens: TrainerTokens | null): MarkerCheck {
  const warning = tokens && tokenizerWarning(info, tokens.encoding)
  if (!warning) return check
  return { ...check, state: check.state === 'ok' ? 'warn' : check.state, text: `${check.text}. ${warning.replace(/\.$/, '')}` }
}

function pairFault(target: string) {
  return fault('bad-input', `A row of ${target} is made of two examples, and this is one.`, {
    culprit: target,
    remedy: 'Look at the example as trl reads it: both sides of a pair are written that way.',
  })
}
