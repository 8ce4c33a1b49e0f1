import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The front of a card with a licence. */
export const CARD = '---\nlicense: cc-by-4.0\n---\n# Rows\n'

/**
 * Writes a folder as an export leaves it: these files, and a manifest that lists them with their hashes. Gives the folder. Nothing of Winnow writes it, so
 * that tests of what reads such folders stand on their own.
 */
export async function exportFolder(folder: string, texts: Record<string, string | Uint8Array>): Promise<string> {
  await mkdir(folder, { recursive: true })
  const files: { path: string; sha256: string; bytes: number }[] = []
  for (const [path, text] of Object.entries(texts)) {
    const bytes = Buffer.from(text)
    await writeFile(join(folder, path), bytes)
    files.push({ path, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length })
  }
  const manifest = { format: 'winnow-export', target: 'trl', sources: [{ uri: 'hf://datasets/lab/traces' }], files }
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest)}\n`)
  return folder
}
