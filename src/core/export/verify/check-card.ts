import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CARD_SEAL } from '../card/card-text.ts'
import { CARD } from '../card/closing-files.ts'
import type { Manifest } from './manifest-schema.ts'
import type { Problems } from './problems.ts'
import { sealOf } from './seal-of.ts'

/**
 * The card names the hash of what the manifest says. Who edits a manifest and gives it a new hash of its own must edit the card as well, whose hash the
 * manifest has in turn: a change of one of them shows.
 */
export async function checkCard(dir: string, manifest: Manifest, problems: Problems): Promise<void> {
  const card = await readFile(join(dir, CARD), 'utf8')
  const at = card.indexOf(`${CARD_SEAL} \``)
  const named = at < 0 ? '' : card.slice(at + CARD_SEAL.length + 2, at + CARD_SEAL.length + 2 + 64)
  const { files: _, ...body } = manifest
  if (named !== sealOf(body)) problems.add('manifest', CARD, `${CARD} was written for a manifest that says something else than this one.`)
}
