import { useSyncExternalStore } from 'react'
import { activeKeys, type KeyBinding, subscribeKeys } from '../keys/key-registry.ts'
import { useSettings } from '../state/use-settings.ts'
import { Checkbox, Dialog, Kbd } from '../widgets/index.ts'

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
                <div key={binding.key} className="key-line">
                  <dt>{binding.name}</dt>
                  <dd>
                    <Kbd keys={binding.key} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox isOn={settings.singleKeys} onChange={(singleKeys) => change({ singleKeys })}>
        Single keys (A, X, J and the like); switch off for speech input
      </Checkbox>
    </Dialog>
  )
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
