import { type FaultError, fault } from '#record'

const REMEDY =
  'Write conditions such as traj_tokens < 32000 and language in ["go", "python"]. Operators: == != < <= > >= in contains and or not + - * / ( ).'

/** A `bad-input` Fault about one place of an expression; `at` is an offset from 0, told to people from 1. */
export function expressionFault(source: string, at: number, problem: string): FaultError {
  return fault('bad-input', `The condition is wrong at character ${at + 1}: ${problem}.`, { culprit: source.slice(0, 200), remedy: REMEDY })
}
