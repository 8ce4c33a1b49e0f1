import { formatCount } from '../../widgets/index.ts'
import { pathOf, remarksOf, statusLetter } from '../logic/patch-paths.ts'
import { visibleText } from '../logic/split-text.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { PatchFileSummary } from '../types.ts'

interface PatchFilesProps {
  files: readonly PatchFileSummary[]
  chosen: number
  onChoose: (file: number) => void
  viewed: ReadonlySet<number>
  onView: (file: number) => void
}

/** Files drawn; more are told. */
const SHOWN = 500

/** The files of a patch: letter, path, counts, and a box for "viewed". */
export function PatchFiles({ files, chosen, onChoose, viewed, onView }: PatchFilesProps) {
  return (
    <ul className="patch-files" aria-label="Files of the patch">
      {files.slice(0, SHOWN).map((file, i) => {
        const path = pathOf(file)
        const name = visibleText(path)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file's place is its identity; a path may come twice
          <li key={i} className={i === chosen ? 'is-chosen' : ''}>
            <button
              type="button"
              className="patch-file"
              aria-current={i === chosen ? 'true' : undefined}
              onClick={() => onChoose(i)}
              title={name}
            >
              <span className={`patch-letter patch-${file.status}`} title={file.status}>
                {statusLetter(file)}
              </span>
              <span className="patch-path">
                <bdi dir="ltr">
                  <MarkedText text={path} />
                </bdi>
              </span>
              {remarksOf(file).map((remark) => (
                <span key={remark} className="patch-remark">
                  <MarkedText text={remark} />
                </span>
              ))}
              <span className="plus">+{formatCount(file.additions)}</span>
              <span className="minus">−{formatCount(file.deletions)}</span>
            </button>
            <input type="checkbox" className="box" aria-label={`Viewed ${name}`} checked={viewed.has(i)} onChange={() => onView(i)} />
          </li>
        )
      })}
      {files.length > SHOWN && (
        <li className="nothing">{formatCount(files.length - SHOWN)} more files; the Raw tab has the whole patch.</li>
      )}
    </ul>
  )
}
