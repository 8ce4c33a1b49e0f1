import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { visibleText } from '../example/logic/split-text.ts'
import { patchQuery } from '../example/queries.ts'
import { MarkedText } from '../example/trajectory/marked-text.tsx'
import { EmptyState, ErrorState, Skeleton } from '../widgets/index.ts'
import { attemptName } from './attempt-name.ts'
import { FileHunks } from './file-hunks.tsx'
import { fileMatrix, type MatrixRow } from './matrix-rows.ts'
import type { Attempt } from './types.ts'

/** Which files each attempt changes; one file's changes stand below, side by side. */
export function FileMatrix({ shown }: { shown: readonly Attempt[] }) {
  const api = useApi()
  const patches = useQueries({ queries: shown.map(({ id }) => patchQuery(api, id, 'model')) })
  const [picked, setPicked] = useState<string | null>(null)
  const failed = patches.find(({ error }) => error !== null)
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
  if (patches.some(({ data }) => !data)) return <Skeleton lines={6} height={28} label="Loading the patches" />
  const rows = fileMatrix(patches.map(({ data }) => data))
  const open = rows.find(({ path }) => path === picked) ?? rows[0]
  if (!open) return <EmptyState title="No patches">None of these attempts changed a file.</EmptyState>
  return (
    <>
      <table className="bench-files">
        <caption className="visually-hidden">Files changed by each attempt: lines added and deleted</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            {shown.map((attempt) => (
              <th key={attempt.id} scope="col" className="mono">
                {attemptName(attempt)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FileRow key={row.path} row={row} shown={shown} isOpen={row === open} onPick={() => setPicked(row.path)} />
          ))}
        </tbody>
      </table>
      <h2 className="bench-file-title mono">
        <MarkedText text={open.path} />
      </h2>
      <FileHunks row={open} shown={shown} />
    </>
  )
}

function FileRow({ row, shown, isOpen, onPick }: { row: MatrixRow; shown: readonly Attempt[]; isOpen: boolean; onPick: () => void }) {
  return (
    <tr className={isOpen ? 'bench-file-on' : ''}>
      <th scope="row">
        <button type="button" className="mono cut" aria-pressed={isOpen} title={visibleText(row.path)} onClick={onPick}>
          <MarkedText text={row.path} />
        </button>
      </th>
      {row.cells.map((cell, run) => (
        <td key={shown[run]?.id ?? run}>
          {cell === null ? (
            <span className="faint">–</span>
          ) : (
            <>
              <span className="added">+{cell.additions}</span> <span className="deleted">−{cell.deletions}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  )
}
