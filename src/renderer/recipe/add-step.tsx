import { Command as Menu } from 'cmdk'
import { Search } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Dialog } from '../widgets/index.ts'
import type { RuleInfo } from './rule-info.ts'
import { NAMES } from './use-recipe-keys.ts'

/** Every rule there is, by pack, found by any word of its name or its help. */
export function AddStep({ isOpen, rules, onAdd, onClose }: AddStepProps) {
  const chosen = useRef<RuleInfo | null>(null)
  const latest = useRef(onAdd)
  latest.current = onAdd
  // Once the dialog is gone and has given the focus back: the new step is to have it.
  useEffect(() => {
    const rule = chosen.current
    if (isOpen || rule === null) return
    chosen.current = null
    const timer = setTimeout(() => latest.current(rule))
    return () => clearTimeout(timer)
  }, [isOpen])
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={NAMES.add} look="bare">
      <Menu label={NAMES.add} className="palette" loop filter={(value, search) => Number(hasWords(value, search))}>
        <div className="palette-box">
          <Search size={15} aria-hidden />
          <Menu.Input placeholder="A rule, or what it looks for" />
        </div>
        <Menu.List className="palette-list">
          <Menu.Empty className="palette-empty">No rule of that name</Menu.Empty>
          {byPack(rules).map(([pack, inPack]) => (
            <Menu.Group key={pack} heading={`Pack ${pack}`}>
              {inPack.map((rule) => (
                <Menu.Item
                  key={rule.id}
                  value={`${rule.id} ${rule.title} ${rule.help}`}
                  className="rule-item"
                  onSelect={() => {
                    chosen.current = rule
                    onClose()
                  }}
                >
                  <span className="rule-title">{rule.title}</span>
                  <span className="rule-id mono">{rule.id}</span>
                  <span className="rule-help">{rule.help}</span>
                </Menu.Item>
              ))}
            </Menu.Group>
          ))}
        </Menu.List>
      </Menu>
    </Dialog>
  )
}

/** See {@link AddStep}. */
export interface AddStepProps {
  isOpen: boolean
  rules: readonly RuleInfo[]
  onAdd: (rule: RuleInfo) => void
  onClose: () => void
}

/** True when every word that is searched for is somewhere in a rule's words. */
function hasWords(value: string, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return words.every((word) => value.toLowerCase().includes(word))
}

function byPack(rules: readonly RuleInfo[]): [string, RuleInfo[]][] {
  const packs = new Map<string, RuleInfo[]>()
  for (const rule of rules) packs.set(rule.pack, [...(packs.get(rule.pack) ?? []), rule])
  return [...packs]
}
