import { useState } from 'react'
import { useSettings } from '../state/use-settings.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { Checkbox, Dialog, Field, Segmented } from '../widgets/index.ts'

const THEMES = [
  { value: 'dark', label: 'Dark' },
  { value: 'light', label: 'Light' },
  { value: 'system', label: 'As the system' },
] as const

/** What is remembered for this person on this machine. Every change is kept at once. */
export function SettingsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { settings, change } = useSettings()
  const workspace = useWorkspace().data
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Settings" description="Kept for you on this machine, in every workspace.">
      <div className="settings">
        <Reviewer key={settings.reviewer} name={settings.reviewer} onChange={(reviewer) => change({ reviewer })} />
        <div className="settings-line">
          <span className="field-label">Theme</span>
          <Segmented label="Theme" value={settings.theme} segments={THEMES} onChange={(theme) => change({ theme })} />
        </div>
        <Checkbox isOn={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
          Single keys, such as A to accept
        </Checkbox>
        {workspace && (
          <p className="settings-about">
            Winnow {workspace.version} · workspace <span className="mono">{workspace.path}</span>
          </p>
        )}
      </div>
    </Dialog>
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
