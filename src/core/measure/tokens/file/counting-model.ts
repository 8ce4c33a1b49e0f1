import { Model } from '@huggingface/tokenizers'

/** Stands in the library's tokenizer where its model was: takes the pieces of each section of a text, and gives no tokens back. */
export class CountingModel extends Model {
  readonly #take: (pieces: readonly string[]) => void

  constructor(take: (pieces: readonly string[]) => void) {
    super({ type: 'BPE', vocab: {}, merges: [], ignore_merges: false })
    this.#take = take
  }

  override _call(pieces: string[]): string[] {
    return this.encode(pieces)
  }

  encode(pieces: string[]): string[] {
    this.#take(pieces)
    return []
  }
}
