import type { Message } from '#record'

/**
 * Index of the last message that stays when a run is cut after `after`. A call never stays without its result: where results of calls that stay come
 * later, the end moves behind them, and behind those of calls in between.
 */
export function cutEnd(messages: readonly Message[], after: number): number {
  let end = Math.min(after, messages.length - 1)
  for (let index = 0; index <= end; index += 1) {
    for (const { resultIndex } of messages[index]?.calls ?? []) end = Math.max(end, resultIndex ?? 0)
  }
  return end
}
