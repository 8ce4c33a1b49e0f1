import { parse } from 'yaml'
import { isJsonObject, type Json } from '#record'

/** Of a card's front; longer ones are no cards. */
const MOST_FRONT = 200_000

/** The licence that a dataset's card names (`license:` in its front matter, https://huggingface.co/docs/hub/datasets-cards); null without one. */
export function licenceInCard(card: string | null): string | null {
  const front = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---/.exec(card?.slice(0, MOST_FRONT) ?? '')?.[1]
  if (front === undefined) return null
  try {
    const said = parse(front, { maxAliasCount: 100 }) as Json
    const licence = isJsonObject(said) ? said.license : null
    if (Array.isArray(licence)) return licence.map(String).join(', ') || null
    return typeof licence === 'string' && licence !== '' ? licence : null
  } catch {
    return null
  }
}
