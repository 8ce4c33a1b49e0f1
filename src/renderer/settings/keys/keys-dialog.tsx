import { Search } from 'lucide-react'
import { useState } from 'react'
import { actionsByKey, type KeyAction } from '../../keys/catalogue.ts'
import { choiceFault, keyFault, mapFault } from '../../keys/key-faults.ts'
import { keyMapOf, keysFor, withKeys } from '../../keys/key-map.ts'
import { openLayer } from '../../state/layer-store.ts'
import { type Settings, useSettings } from '../../state/use-settings.ts'
import { Button, Checkbox, Dialog, Field, keyParts } from '../../widgets/index.ts'
import { KeyExchange } from './key-exchange.tsx'
import { KeyRow } from './key-row.tsx'
import { PresetSelect } from './preset-select.tsx'
import './keys.css'

/** Every key there is, with ways to change it. What cannot be kept is told at its place and not kept. */
export function KeysDialog({ isOpen }: { isOpen: boolean }) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => openLayer(null)}
      look="wide"
      title="Change keys"
      description="Click a key, or press Enter on it, then press another. Every change is kept at once; all of it can be done with buttons too."
    >
      <KeyTable />
    </Dialog>
  )
}

const shown = (key: string) => keyParts(key).join(' ')

function KeyTable() {
  const { settings, change } = useSettings()
  const [typed, setTyped] = useState('')
  const choice = settings.keys
  const map = keyMapOf(choice)
  const keep = (keys: Settings['keys']) => change({ keys })
  const changeOf = (own: string) => (keys: readonly string[] | null) => {
    const next = withKeys(choice, own, keys)
    const fault = keys?.map((key) => keyFault(own, key, shown)).find((one) => one !== null) ?? choiceFault(next, shown)
    if (fault === null) keep(next)
    return fault
  }
  const standing = mapFault(map, shown)
  const isSame = Object.keys(choice.custom).length === 0
  return (
    <div className="keys">
      <PresetSelect choice={choice} onChange={keep} />
      <Checkbox isOn={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
        Single keys, such as A to accept; switch off for speech input
      </Checkbox>
      {standing !== null && (
        <p className="field-note field-error" role="alert">
          {standing} Change one of them.
        </p>
      )}
      <div className="key-search">
        <Field
          className="grow"
          label="Find a key or what it does"
          isLabelHidden
          placeholder="What it does, or a key"
          icon={<Search size={13} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button disabled={isSame} onClick={() => keep({ ...choice, custom: {} })}>
          Reset all
        </Button>
      </div>
      {byGroup(typed, (own) => keysFor(map, own)).map(([group, rows]) => (
        <section key={group} aria-label={group}>
          <h3>{group}</h3>
          <ul>
            {rows.map(([own, actions]) => (
              <KeyRow
                key={own}
                own={own}
                actions={actions}
                keys={keysFor(map, own)}
                isChanged={Object.hasOwn(choice.custom, own)}
                onChange={changeOf(own)}
              />
            ))}
          </ul>
        </section>
      ))}
      <KeyExchange choice={choice} onChange={keep} />
    </div>
  )
}

/** Rows by the group of the first thing a key does; those that are looked for. */
function byGroup(typed: string, keysOf: (own: string) => readonly string[]): [string, [string, KeyAction[]][]][] {
  const wanted = typed.trim().toLowerCase()
  const groups = new Map<string, [string, KeyAction[]][]>()
  for (const [own, actions] of actionsByKey()) {
    const words = [...actions.map(({ name }) => name), ...actions.map(({ group }) => group), ...keysOf(own).map(shown)]
    const group = actions[0]?.group ?? ''
    if (words.some((word) => word.toLowerCase().includes(wanted))) groups.set(group, [...(groups.get(group) ?? []), [own, actions]])
  }
  return [...groups]
}
