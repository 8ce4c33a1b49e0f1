import { hashOf } from '../app/route.ts'
import type { Adding } from '../state/work-store.ts'
import { Button, CopyButton, formatBytes, formatCounted, formatRevision, ProgressBar } from '../widgets/index.ts'
import { addFigures, phaseWords, shareDone } from './add-figures.ts'
import { NoteList } from './note-list.tsx'

/** A source on its way: what is being done, how far it is, what it costs, and a way to look at what is there already. */
export function AddRunning({ work }: { work: Adding }) {
  const { latest, first, input } = work
  const progress = latest?.kind === 'progress' ? latest : null
  const opened = first?.kind === 'opened' ? first : null
  const share = progress && shareDone(progress)
  return (
    <section className="add add-running" aria-label="Adding">
      <header className="add-head">
        <span className="add-text">
          <b>
            {progress
              ? phaseWords(progress)
              : opened
                ? `${formatCounted(opened.files, 'file')}, ${formatBytes(opened.bytes)}`
                : 'Looking at what is there'}
          </b>
          <span className="add-note mono cut" title={input.source}>
            {input.source}
          </span>
        </span>
        {opened?.revision && (
          <span className="add-revision mono" title={opened.revision}>
            @{formatRevision(opened.revision)}
            <CopyButton label="the revision" text={opened.revision} />
          </span>
        )}
        {progress !== null && progress.rows > 0 && (
          <a className="button button-plain" href={hashOf({ screen: 'browse' })}>
            Look at the first rows
          </a>
        )}
        <Button keys="Escape" onClick={work.cancel}>
          Cancel
        </Button>
      </header>
      <ProgressBar done={share?.done ?? 0} total={share?.total ?? null} label="Read so far" />
      <dl className="add-figures" aria-label="So far">
        {progress ? (
          addFigures(progress).map(({ name, value }) => (
            <div key={name}>
              <dd className="number">{value}</dd>
              <dt>{name}</dt>
            </div>
          ))
        ) : (
          <div>
            <dd className="number">–</dd>
            <dt>rows</dt>
          </div>
        )}
      </dl>
      <p className="add-note mono cut">{progress?.file ?? '\u00a0'}</p>
      {opened && <NoteList notes={opened.notes} />}
    </section>
  )
}
