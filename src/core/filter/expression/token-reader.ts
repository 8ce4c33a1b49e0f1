import type { FaultError } from '#record'
import { expressionFault } from './expression-fault.ts'
import { type Token, tokenize } from './tokenize.ts'

/** Walks the tokens of an expression; words are matched in any case. */
export class TokenReader {
  readonly #source: string
  readonly #tokens: Token[]
  #next = 0

  constructor(source: string) {
    this.#source = source
    this.#tokens = tokenize(source)
  }

  /** The token ahead; `end` again and again at the end. */
  peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: this.#source.length }
  }

  take(): Token {
    const token = this.peek()
    this.#next += 1
    return token
  }

  isWord(word: string): boolean {
    const token = this.peek()
    return token.kind === 'name' && token.text.toLowerCase() === word
  }

  takeWord(word: string): boolean {
    const isNext = this.isWord(word)
    if (isNext) this.#next += 1
    return isNext
  }

  takeSymbol(symbol: string): boolean {
    const token = this.peek()
    if (token.kind !== 'symbol' || token.text !== symbol) return false
    this.#next += 1
    return true
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.fail(`${symbol} was expected, not ${this.describe()}`)
  }

  /** The token ahead, for messages. */
  describe(): string {
    const token = this.peek()
    return token.kind === 'end' ? 'the end' : token.text
  }

  /** A Fault at the token ahead, or at the one given. */
  fail(problem: string, token: Token = this.peek()): FaultError {
    return expressionFault(this.#source, token.at, problem)
  }
}
