import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { FaultError, fault, isJsonObject, type Json, type JsonObject, toFault } from '#record'
import type { TemplateText } from './template-text.ts'

/** A tokenizer's config may list a hundred thousand added tokens. */
const LARGEST = 50_000_000

/** Where a model's folder has its template, in the order Transformers looks. */
const IN_FOLDER = ['chat_template.jinja', 'tokenizer_config.json', 'chat_template.json'] as const

/** Names that say nothing: the folder's name is the model's. */
const PLAIN_NAMES = new Set(['chat_template', 'tokenizer_config', 'template'])

/** How the Hub's own cache lays out a model: `models--Qwen--Qwen3-8B/snapshots/<commit>/...`. */
const HUB_CACHE = /^models--(?:.{0,200}--)?(?<model>.{1,200})$/

/** Words of a model that templates ask for. */
const SPECIALS = ['bos_token', 'eos_token', 'pad_token', 'unk_token'] as const

/**
 * Reads a chat template: a `.jinja` file, a `tokenizer_config.json` or `chat_template.json`, or the folder of a model that has one of these. The words of
 * the model come from the `tokenizer_config.json` beside it. Where templates are named, `tool_use` is taken, else `default`.
 *
 * @throws FaultError `not-found`, `unreadable` or `bad-input` saying what is wrong
 */
export async function readTemplate(said: string): Promise<TemplateText> {
  const path = resolve(said)
  try {
    const file = (await stat(path)).isDirectory() ? await fileIn(path) : path
    const text = await textOf(file)
    const isConfig = file.toLowerCase().endsWith('.json')
    const config = isConfig ? configOf(text, file) : await configBeside(file)
    return {
      name: nameOf(file),
      text: isConfig ? templateOf(config, file) : text,
      specials: specialsOf(await withConfigBeside(config, file)),
    }
  } catch (error) {
    throw new FaultError(toFault(error, path), { cause: error })
  }
}

async function fileIn(folder: string): Promise<string> {
  for (const name of IN_FOLDER) {
    const path = join(folder, name)
    const found = await textOf(path).catch(() => null)
    if (found === null) continue
    if (name === 'chat_template.jinja' || parsed(found)?.chat_template !== undefined) return path
  }
  throw noTemplate(folder, `none of ${IN_FOLDER.join(', ')} in it has one`)
}

async function textOf(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > LARGEST) throw noTemplate(path, 'it is larger than 50 MB')
  return await readFile(path, 'utf8')
}

function parsed(text: string): JsonObject | null {
  try {
    const value = JSON.parse(text) as Json
    return isJsonObject(value) ? value : null
  } catch {
    return null
  }
}

function configOf(text: string, path: string): JsonObject {
  const config = parsed(text)
  if (config) return config
  throw noTemplate(path, 'it is no JSON object')
}

async function configBeside(path: string): Promise<JsonObject> {
  const text = await textOf(join(dirname(path), 'tokenizer_config.json')).catch(() => '')
  return parsed(text) ?? {}
}

/** A `chat_template.json` has the template alone. */
async function withConfigBeside(config: JsonObject, path: string): Promise<JsonObject> {
  return basename(path) === 'chat_template.json' ? { ...(await configBeside(path)), ...config } : config
}

/** One text, or a list of named ones. */
function templateOf({ chat_template: template }: JsonObject, path: string): string {
  if (typeof template === 'string') return template
  if (template === undefined) throw noTemplate(path, 'it has no "chat_template"')
  const listed = Array.isArray(template) ? template.filter(isJsonObject) : []
  for (const name of ['tool_use', 'default']) {
    const found = listed.find((one) => one.name === name)?.template
    if (typeof found === 'string') return found
  }
  throw noTemplate(path, 'its "chat_template" is neither a text nor a list with one that is named tool_use or default')
}

function specialsOf(config: JsonObject): Record<string, string> {
  const words = SPECIALS.flatMap((name): [string, string][] => {
    const value = config[name]
    const word = isJsonObject(value) ? value.content : value
    return typeof word === 'string' ? [[name, word]] : []
  })
  return Object.fromEntries(words)
}

function nameOf(path: string): string {
  const name = basename(path).replace(/\.(jinja2?|json)$/i, '')
  if (!PLAIN_NAMES.has(name.toLowerCase())) return name
  const folder = dirname(path)
  const cached = basename(dirname(folder)) === 'snapshots' ? HUB_CACHE.exec(basename(dirname(dirname(folder))))?.groups?.model : undefined
  return cached ?? (basename(folder) || name)
}

function noTemplate(path: string, why: string) {
  return fault('bad-input', `${path} is no chat template: ${why}.`, {
    culprit: path,
    remedy: 'Name a .jinja file, a tokenizer_config.json, or the folder of a model that has one.',
  })
}
