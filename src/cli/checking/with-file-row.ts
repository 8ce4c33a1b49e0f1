import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fault } from '#record'
import type { Client, Session } from '../session.ts'
import { withClient } from '../with-client.ts'

/** Rows looked through for the one: it is the last that was taken, unless the file has fewer. */
const MOST = 5

/**
 * Works on one row of a file, in a workspace of its own that goes again.
 *
 * @throws FaultError `not-found` when the file has fewer rows, or this one is no example
 */
export async function withFileRow<T>(
  session: Session,
  { file, row }: { file: string; row: number },
  work: (client: Client, id: string) => Promise<T>,
): Promise<T> {
  const workspace = await mkdtemp(join(tmpdir(), 'winnow-check-'))
  const { signal } = session.terminal
  try {
    return await withClient(session, { workspace }, async ({ client }) => {
      for await (const event of await client.source.add({ source: file, take: row }, { signal })) if (event.kind === 'done') break
      const { rows } = await client.example.page(
        { offset: 0, limit: MOST, selection: {}, sort: { column: 'row', descending: true } },
        { signal },
      )
      const found = rows.find((one) => one.row === row - 1)
      if (found) return work(client, found.id)
      throw fault('not-found', `Row ${row} of ${file} is not there, or no example.`, {
        culprit: file,
        remedy: 'Name another row; winnow add tells why rows are rejected.',
      })
    })
  } finally {
    await rm(workspace, { recursive: true, force: true })
  }
}
