import type { z } from 'zod'
import type { measureEvent, tokenizerInfo } from '#contract'
import { encodingOf, MODEL_TOKENS, measureInfoFor, type TokenizerRef } from '#measure'
import { announce, type Desk } from '../desk.ts'
import { fillLacking } from '../measuring/fill-lacking.ts'
import { rebuildAnalysis } from '../rebuild-analysis.ts'
import type { Session } from '../session.ts'
import { settingOf, TOKENIZER } from './tokenizer-setting.ts'

/** What `model_tokens` is counted by, and how many examples lack its count. */
export async function tokenizerInForce({ plan, workspace }: Session): Promise<z.infer<typeof tokenizerInfo>> {
  const { tokenizer } = plan
  const lacking = await workspace.analysis.countLacking(MODEL_TOKENS)
  return { kind: tokenizer.kind, name: tokenizer.name, encoding: encodingOf(tokenizer), lacking }
}

/**
 * Chooses a tokenizer for the workspace, and counts again by it what has been measured and is here. Stopped, the choice stays, and the rest is counted
 * when it is chosen again, or at the next start.
 */
export async function* useTokenizer(
  desk: Desk,
  tokenizer: TokenizerRef,
  signal: AbortSignal,
): AsyncGenerator<z.infer<typeof measureEvent>> {
  const { session } = desk
  if (encodingOf(tokenizer) !== encodingOf(session.plan.tokenizer)) await change(desk, tokenizer)
  if (session.trouble) {
    // What could not be measured before, for want of the tokenizer before, can be now.
    await rebuildAnalysis(desk, signal)
    session.trouble = null
    await announce(desk, 'workspace')
  }
  yield* fillLacking(desk, signal)
}

/** Whoever measured by the tokenizer before and settles rows later finds another plan in force. */
async function change(desk: Desk, tokenizer: TokenizerRef): Promise<void> {
  const { session } = desk
  const { record, analysis } = session.workspace
  const measures = measureInfoFor(encodingOf(tokenizer))
  await session.exclusiveVerdicts(async () => {
    // The choice first: killed in between, the next start finds other measures and lets the old counts go.
    record.setSetting(TOKENIZER, settingOf(tokenizer))
    await analysis.useMeasures(measures)
    session.plan = { tokenizer, only: null }
    session.measures = measures
  })
  await announce(desk, 'workspace')
}
