import { useState } from 'react'
import { choiceFault } from '../../keys/key-faults.ts'
import { isPreset, PRESETS } from '../../keys/presets.ts'
import type { Settings } from '../../state/use-settings.ts'
import { keyParts, Select } from '../../widgets/index.ts'

const OPTIONS = Object.entries(PRESETS).map(([value, { name }]) => ({ value, text: name }))

/** Which tool the keys are like; keys of one's own stay over it. One that does not go with them is refused, with both names. */
export function PresetSelect({ choice, onChange }: { choice: Settings['keys']; onChange: (choice: Settings['keys']) => void }) {
  const [wrong, setWrong] = useState<string | null>(null)
  const pick = (preset: string) => {
    if (!isPreset(preset)) return
    const next = { ...choice, preset }
    const fault = choiceFault(next, (key) => keyParts(key).join(' '))
    setWrong(fault && `${PRESETS[preset].name} does not go with your own keys: ${fault}`)
    if (fault === null) onChange(next)
  }
  return (
    <div className="preset">
      <Select label="Keys as in" options={OPTIONS} value={choice.preset} hint={PRESETS[choice.preset].note} onChange={pick} />
      {wrong !== null && (
        <p className="field-note field-error" role="alert">
          {wrong}
        </p>
      )}
    </div>
  )
}
