import { useSyncExternalStore } from 'react'
import { activeKeys, type KeyBinding, subscribeKeys } from '../keys/key-registry.ts'
import { personKeys, useKeyStore } from '../keys/key-store.ts'
import { openLayer } from '../state/layer-store.ts'
import { useSettings } from '../state/use-settings.ts'
import { Button, Checkbox, Dialog, KbdOf } from '../widgets/index.ts'

/** The keys that work right now, by group: what `?` shows. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const keys = useSyncExternalStore(subscribeKeys, activeKeys)
  const { settings, change } = useSettings()
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Keys"
      look="wide"
      description="The keys of this screen. Single keys rest while you type, in an editor or in a dialog."
    >
      <div className="key-groups">
        {groupKeys(keys).map(([group, bindings]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {bindings.map((binding) => (
                <div key={binding.key} className="key-line" data-key={binding.key}>
                  <dt>{binding.name}</dt>
                  <dd>
                    <PersonKeys of={binding.key} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="key-foot">
        <Checkbox isOn={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
          Single keys (A, X, J and the like); switch off for speech input
        </Checkbox>
        <Button onClick={() => openLayer('settings-keys')}>Change keys</Button>
      </div>
    </Dialog>
  )
}

function PersonKeys({ of }: { of: string }) {
  const keys = personKeys(of, useKeyStore())
  return keys.length === 0 ? <span className="faint">off</span> : keys.map((key) => <KbdOf key={key} keys={key} />)
}

/** Groups in the order they appear; a key that a newer binding shadows is left out. */
export function groupKeys(keys: readonly KeyBinding[]): [string, KeyBinding[]][] {
  const seen = new Set<string>()
  const groups = new Map<string, KeyBinding[]>()
  for (const binding of keys) {
    if (seen.has(binding.key)) continue
    seen.add(binding.key)
    groups.set(binding.group, [...(groups.get(binding.group) ?? []), binding])
  }
  return [...groups]
}
