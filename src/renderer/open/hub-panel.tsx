import { CloudDownload } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { openLayer } from '../state/layer-store.ts'
import { useSettings } from '../state/use-settings.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { Button, Field, formatBytes, RadioLine } from '../widgets/index.ts'
import { type HowMuch, type HubChoice, seedError, takeError } from './hub-choice.ts'

/** What to do with a dataset of the Hub, before anything is fetched. Enter in any field goes on with what is chosen. */
export function HubPanel({ source, choice, isBusy, onChange }: HubPanelProps) {
  const { settings } = useSettings()
  const panel = useRef<HTMLElement>(null)
  // In a small window it would open below the edge, where nobody looks for it.
  useEffect(() => {
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const put = (part: Partial<HubChoice>) => onChange({ ...choice, ...part })
  const way = (howMuch: HowMuch) => ({ name: 'how-much', isOn: choice.howMuch === howMuch, onChoose: () => put({ howMuch }) })
  return (
    <section ref={panel} className="hub-panel" aria-label="From the Hub">
      <header className="hub-head">
        <CloudDownload size={15} aria-hidden />
        <span className="mono cut grow" title={source}>
          {source}
        </span>
        <HubAccess />
      </header>
      <div className="hub-fields">
        <Field
          label="Revision"
          isMono
          placeholder={source.includes('@') ? 'as in the address' : 'main'}
          value={choice.revision}
          onChange={(event) => put({ revision: event.target.value })}
        />
        <Field label="Config" isMono placeholder="all" value={choice.config} onChange={(event) => put({ config: event.target.value })} />
        <Field label="Split" isMono placeholder="all" value={choice.split} onChange={(event) => put({ split: event.target.value })} />
      </div>
      <div className="hub-ways" role="radiogroup" aria-label="How much to fetch">
        <RadioLine
          {...way('index')}
          title="Index everything, fetch what you look at"
          help="Only the small columns: a small fraction of the bytes. Labels, facets and filters at once; a row is fetched when you open or measure it."
        />
        <RadioLine
          {...way('take')}
          title="Take some of each combination"
          help="That many rows of every config and split, fetched and measured; nothing else. With a seed a random sample, without the first ones."
        >
          <Field
            className="hub-number"
            label="Rows of each"
            inputMode="numeric"
            value={choice.take}
            error={takeError(choice)}
            onChange={(event) => put({ take: event.target.value, howMuch: 'take' })}
          />
          <Field
            className="hub-number"
            label="Seed"
            inputMode="numeric"
            placeholder="none"
            value={choice.seed}
            error={seedError(choice)}
            onChange={(event) => put({ seed: event.target.value, howMuch: 'take' })}
          />
        </RadioLine>
        <RadioLine
          {...way('everything')}
          title="Everything"
          help={`Every row is fetched and measured, which may take hours; up to ${formatBytes(settings.cacheBytes)} of them stay on this disk.`}
        />
      </div>
      <div className="hub-foot">
        <span className="muted grow">
          {isBusy
            ? 'Another source is being added; this one can start after it.'
            : 'It can be stopped at any time and goes on where it stopped.'}
        </span>
        <Button kind="primary" type="submit" keys="Enter" disabled={isBusy}>
          {START[choice.howMuch]}
        </Button>
      </div>
    </section>
  )
}

const START: Record<HowMuch, string> = { index: 'Index everything', take: 'Take a sample', everything: 'Fetch everything' }

/** See {@link HubPanel}. */
export interface HubPanelProps {
  source: string
  choice: HubChoice
  /** Another source is being added. */
  isBusy: boolean
  onChange: (choice: HubChoice) => void
}

/** Which Hub is asked and as whom, with the way to change it. */
function HubAccess() {
  const hub = useWorkspace().data?.hub
  if (!hub) return null
  return (
    <span className="hub-access">
      <span className="muted">
        {hub.url.replace(/^https?:\/\//, '')} · {hub.tokenFrom === null ? 'no token' : 'with your token'}
      </span>
      <Button kind="ghost" className="link-button" onClick={() => openLayer('settings-hub')}>
        Hub settings
      </Button>
    </span>
  )
}
