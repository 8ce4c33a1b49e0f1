/** Turns text into token ids. */
export interface TokenEncoder {
  /** Name and version, as stored with every count: `Qwen3-8B@` and 12 digits of the file's sha256. */
  encoding: string
  /** Ids of a text; words such as `<|im_start|>` that the tokenizer knows as special become their one id. Time grows with the text alone. */
  encode(text: string): number[]
}
