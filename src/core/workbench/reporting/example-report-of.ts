import { exampleReport } from '#export'
import { messageTokens } from '#measure'
import { applyEdits, editsAbout } from '#review'
import { measuredRow } from '../bodies/measured-row.ts'
import { openExample } from '../bodies/open-example.ts'
import type { Desk } from '../desk.ts'
import { findingsOf } from '../findings.ts'
import { recipeInForce } from '../recipe-in-force.ts'

/** An example as a file to mail. @throws FaultError as {@link openExample} does */
export async function exampleReportOf(desk: Desk, id: string, signal?: AbortSignal): Promise<{ name: string; html: string }> {
  const read = await openExample(desk, id, signal)
  const row = await measuredRow(desk, read, signal)
  const findings = await findingsOf(desk, id, signal)
  const entries = desk.session.workspace.record.ledgerOf(id)
  const html = exampleReport({
    row,
    edited: applyEdits(read.example, editsAbout(entries, read.example.contentHash)),
    findings,
    entries,
    recipe: await recipeInForce(desk),
    tokens: messageTokens(read.example).map(({ content, reasoning, calls }) => content + reasoning + calls),
    winnowVersion: desk.options.version,
  })
  return { name: `${fileName([row.instanceId, id].filter((part) => part !== null).join('-'))}.html`, html }
}

/** Attempts share their instance, so its id goes along. Ids come from rows: only signs that every file system takes, and no leading dot. */
function fileName(id: string): string {
  const plain = id.replace(/[^\w.-]+/g, '-').replace(/^[.-]+/, '')
  return plain.slice(0, 120) || 'example'
}
