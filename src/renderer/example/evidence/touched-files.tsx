import { formatCount } from '../../widgets/index.ts'
import { visibleText } from '../logic/split-text.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { TouchedFile } from './files-query.ts'

/** Files drawn; more are told. */
const SHOWN = 300

interface TouchedFilesProps {
  files: readonly TouchedFile[]
  chosen: string
  step: number
  /** Number of the last step. */
  last: number
  onChoose: (path: string) => void
}

/** Touched files, each with its changes as ticks along the run. */
export function TouchedFiles({ files, chosen, step, last, onChoose }: TouchedFilesProps) {
  return (
    <ul className="patch-files touched-files" aria-label="Files of the run">
      {files.slice(0, SHOWN).map((file) => (
        <li key={file.path} className={file.path === chosen ? 'is-chosen' : ''}>
          <button
            type="button"
            className="patch-file"
            aria-current={file.path === chosen ? 'true' : undefined}
            title={`${visibleText(file.path)}: ${wordsOf(file)}`}
            onClick={() => onChoose(file.path)}
          >
            <span className="patch-path">
              <bdi dir="ltr">
                <MarkedText text={file.path} />
              </bdi>
            </span>
            <span className="visually-hidden">{wordsOf(file)}</span>
            <Ticks file={file} step={step} last={last} />
          </button>
        </li>
      ))}
      {files.length > SHOWN && <li className="nothing">{formatCount(files.length - SHOWN)} more files</li>}
    </ul>
  )
}

function wordsOf({ editSteps, viewSteps }: TouchedFile): string {
  const steps = (all: readonly number[]) => `${all.slice(0, 12).join(', ')}${all.length > 12 ? ` and ${all.length - 12} more` : ''}`
  if (editSteps.length > 0) return `changed at step ${steps(editSteps)}`
  return `looked at in step ${steps(viewSteps)}`
}

function Ticks({ file, step, last }: { file: TouchedFile; step: number; last: number }) {
  const place = (at: number) => (at / Math.max(1, last)) * 100
  return (
    <svg className="ticks" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      <path className="ticks-seen" d={file.viewSteps.map((at) => `M${place(at)} 6v4`).join('')} />
      <path className="ticks-changed" d={file.editSteps.map((at) => `M${place(at)} 0v10`).join('')} />
      <path className="ticks-here" d={`M${place(step)} 0v10`} />
    </svg>
  )
}
