import { useState } from 'react'
import { PRESETS } from '../keys/presets.ts'
import { openLayer } from '../state/layer-store.ts'
import { useSettings } from '../state/use-settings.ts'
import { Button, Checkbox, Field, Segmented } from '../widgets/index.ts'

const THEMES = [
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'system', label: 'As the system' },
] as const

/** Name, look and keys. */
export function PersonSection() {
  const { settings, change } = useSettings()
  return (
    <>
      <Reviewer key={settings.reviewer} name={settings.reviewer} onChange={(reviewer) => change({ reviewer })} />
      <div className="settings-line">
        <span className="field-label">Theme</span>
        <Segmented label="Theme" value={settings.theme} segments={THEMES} onChange={(theme) => change({ theme })} />
      </div>
      <Checkbox isOn={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
        Single keys, such as A to accept
      </Checkbox>
      <div className="settings-line">
        <span className="field-label">Keys as in {PRESETS[settings.keys.preset].name}</span>
        <Button onClick={() => openLayer('settings-keys')}>Change keys</Button>
      </div>
    </>
  )
}

function Reviewer({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const [draft, setDraft] = useState(name)
  return (
    <Field
      label="Your name in the ledger"
      hint="Stands beside every decision you make from now on."
      value={draft}
      maxLength={200}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => draft.trim() !== name && onChange(draft.trim())}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}
