import { fault, isJsonObject, type Json, type JsonObject } from '#record'

/** Kinds of model that are counted; others (`WordLevel`) are refused. */
const MODEL_TYPES = ['BPE', 'WordPiece', 'Unigram'] as const

/** What a model is called by. */
export type ModelType = (typeof MODEL_TYPES)[number]

/** A `tokenizer.json`, checked as far as counting needs it. What comes before and after the model is the library's business. */
export interface TokenizerConfig {
  type: ModelType
  /** `vocab`, `merges`, `scores` and options as the file has them. */
  model: JsonObject
  normalizer: Json
  preTokenizer: Json
  addedTokens: JsonObject[]
}

/**
 * Reads the text of a `tokenizer.json`.
 * @throws FaultError `bad-input` saying what is wrong with it; `path` is named as the culprit
 */
export function parseTokenizer(text: string, path: string): TokenizerConfig {
  const file = parseJson(text, path)
  const model = isJsonObject(file) ? file.model : undefined
  if (!isJsonObject(file) || !isJsonObject(model)) throw noTokenizer(path, 'it has no "model"')
  const type = typeOf(model)
  if (!type) {
    throw noTokenizer(path, `its model is of the type ${JSON.stringify(model.type ?? null)}; known are ${MODEL_TYPES.join(', ')}`)
  }
  const missing = missingPart(type, model)
  if (missing) throw noTokenizer(path, `its ${type} model has no ${missing}`)
  return {
    type,
    model: { ...model, type },
    normalizer: file.normalizer ?? null,
    preTokenizer: file.pre_tokenizer ?? null,
    addedTokens: Array.isArray(file.added_tokens) ? file.added_tokens.filter(isAddedToken) : [],
  }
}

/** What is wrong with a file that somebody chose as tokenizer. */
export function noTokenizer(path: string, why: string, cause?: unknown) {
  return fault('bad-input', `${path} is no tokenizer Winnow can count by: ${why}.`, {
    culprit: path,
    remedy: 'Choose the tokenizer.json of a model, as the Hugging Face Hub has it.',
    cause,
  })
}

function parseJson(text: string, path: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch (cause) {
    throw noTokenizer(path, 'it is not JSON', cause)
  }
}

/** Older files do not name the type: then it is told by what is there. */
function typeOf(model: JsonObject): ModelType | undefined {
  if (typeof model.type === 'string') return MODEL_TYPES.find((type) => type === model.type)
  if (Array.isArray(model.vocab)) return 'Unigram'
  if (Array.isArray(model.merges)) return 'BPE'
  return 'continuing_subword_prefix' in model ? 'WordPiece' : undefined
}

function missingPart(type: ModelType, { vocab, merges }: JsonObject): string | undefined {
  if (type === 'Unigram') return isScored(vocab) ? undefined : '"vocab" of tokens with scores'
  if (!isNumbered(vocab)) return '"vocab" of tokens with numbers'
  return type === 'WordPiece' || isMerges(merges) ? undefined : '"merges" of two tokens each'
}

function isScored(vocab: Json | undefined): boolean {
  const isEntry = (entry: Json): boolean => Array.isArray(entry) && typeof entry[0] === 'string' && typeof entry[1] === 'number'
  return Array.isArray(vocab) && vocab.length > 0 && vocab.every(isEntry)
}

/** An empty one would count every text as nothing. */
function isNumbered(vocab: Json | undefined): boolean {
  const ids = isJsonObject(vocab) ? Object.values(vocab) : []
  return ids.length > 0 && ids.every((id) => typeof id === 'number')
}

function isMerges(merges: Json | undefined): boolean {
  return Array.isArray(merges) && merges.every(isMerge)
}

function isMerge(merge: Json): boolean {
  const parts = typeof merge === 'string' ? merge.split(' ') : merge
  return Array.isArray(parts) && parts.length === 2 && parts.every((part) => typeof part === 'string')
}

function isAddedToken(token: Json): token is JsonObject {
  return isJsonObject(token) && typeof token.content === 'string' && token.content !== '' && typeof token.id === 'number'
}
