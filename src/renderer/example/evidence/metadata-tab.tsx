import { formatBytes, formatCounted } from '../../widgets/index.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import type { Detail } from '../types.ts'
import { History } from './history.tsx'

type Fact = [name: string, value: unknown]

/** Longest value drawn here; the Raw tab has the rest. */
const SHOWN = 4000

/** Where the row came from, what it says of itself, and what people said about it. */
export function MetadataTab({ detail }: { detail: Detail }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <section className="scroll metadata" aria-label="All metadata" tabIndex={0}>
      <Facts title="Row" facts={rowFacts(detail)} />
      <Facts title="Source" facts={sourceFacts(detail)} />
      <Facts title="Metadata" facts={Object.entries(detail.metadata)} />
      <Facts title="Other fields" facts={Object.entries(detail.extra)} />
      {detail.tools.length > 0 && (
        <Facts title={`Tools, ${detail.tools.length}`} facts={detail.tools.map((tool, i) => [nameOfTool(tool, i), tool])} />
      )}
      {detail.notes.length > 0 && (
        <section>
          <h3>Notes from reading the row</h3>
          <ul className="notes">
            {detail.notes.map((note) => (
              <li key={note}>
                <MarkedText text={note} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <History id={detail.row.id} />
    </section>
  )
}

function rowFacts({ row }: Detail): Fact[] {
  const label = { 1: 'resolved', 0: 'failed', [-1]: 'no label' }[row.resolved]
  return [
    ['id', row.id],
    ['instance', row.instanceId],
    ['repository', row.repo],
    ['language', row.language],
    ['license', row.license],
    ['harness', row.harness],
    ['model', row.model],
    ['teacher model', row.teacherModel],
    ['label', label],
    ['category', row.category],
    ['dataset', row.hfDataset],
  ]
}

function sourceFacts({ ref, row, hints, bodyBytes }: Detail): Fact[] {
  return [
    ['source', ref.uri],
    ['revision', ref.revision],
    ['file', ref.file],
    ['row', `${ref.row} (from 0)`],
    ['config, split', [hints.config, hints.split].filter((hint) => hint !== null).join(', ') || null],
    ['shape', row.shape],
    ['content hash', row.contentHash],
    ['stored', formatBytes(bodyBytes)],
  ]
}

function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  if (facts.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <dl className="fact-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>
              <MarkedText text={name} />
            </dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Value({ value }: { value: unknown }) {
  if (value === null || value === undefined || value === '') return <span className="faint">–</span>
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : 0)
  return (
    <span className="mono">
      <MarkedText text={text.slice(0, SHOWN)} />
      {text.length > SHOWN && <span className="faint"> … {formatCounted(text.length, 'character')}, the Raw tab has all</span>}
    </span>
  )
}

function nameOfTool(tool: unknown, at: number): string {
  const { name, function: inner } = (tool ?? {}) as { name?: unknown; function?: { name?: unknown } }
  const found = inner?.name ?? name
  return typeof found === 'string' && found !== '' ? found : `tool ${at + 1}`
}
