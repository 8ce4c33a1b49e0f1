import { useQuery } from '@tanstack/react-query'
import { Command as Menu } from 'cmdk'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { activeKeys } from '../keys/key-registry.ts'
import { personKeys, useKeyStore } from '../keys/key-store.ts'
import { useDebounced } from '../state/use-debounced.ts'
import { Dialog, formatCount, KbdOf, LabelMark } from '../widgets/index.ts'
import { navigate } from './route.ts'
import type { Command } from './use-commands.ts'

const EXAMPLES_SHOWN = 8

/** One box for everything: examples by name, screens, and every command that has a key right now. */
export function Palette({ isOpen, onClose, commands }: { isOpen: boolean; onClose: () => void; commands: readonly Command[] }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Search, or run a command" look="bare">
      <PaletteBody onClose={onClose} commands={commands} />
    </Dialog>
  )
}

function PaletteBody({ onClose, commands }: { onClose: () => void; commands: readonly Command[] }) {
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState('')
  const found = useFoundExamples(typed, setPicked)
  const run = (action: () => void) => {
    onClose()
    // The dialog gives the focus back first; what runs may then move it on.
    setTimeout(action)
  }
  return (
    <Menu label="Search, or run a command" className="palette" loop value={picked} onValueChange={setPicked}>
      <div className="palette-box">
        <Search size={15} aria-hidden />
        <Menu.Input value={typed} onValueChange={setTyped} placeholder="An instance, a repository, or a command" />
      </div>
      <Menu.List className="palette-list">
        {!found && <Menu.Empty className="palette-empty">Nothing of that name</Menu.Empty>}
        {found && <Examples found={found} onPick={(id) => run(() => navigate({ screen: 'example', id, message: null }))} />}
        {groupCommands(withScreenKeys(commands)).map(([group, lines]) => (
          <Menu.Group key={group} heading={group}>
            {lines.map((command) => (
              <Menu.Item key={command.name} value={`${group} ${command.name}`} onSelect={() => run(command.run)}>
                <span className="grow cut">{command.name}</span>
                {command.key !== undefined && <CommandKey of={command.key} />}
              </Menu.Item>
            ))}
          </Menu.Group>
        ))}
      </Menu.List>
    </Menu>
  )
}

/** Its key as the person has it. */
function CommandKey({ of }: { of: string }) {
  const [first] = personKeys(of, useKeyStore())
  return first === undefined ? null : <KbdOf keys={first} />
}

type Found = Answers['example']['page']

/**
 * Examples by what is typed; null while there are none.
 *
 * @param onFound the line of the best match has come: it becomes the one that Enter runs
 */
function useFoundExamples(typed: string, onFound: (value: string) => void): Found | null {
  const api = useApi()
  const text = useDebounced(typed.trim(), 120)
  const input = { selection: { text }, sort: null, offset: 0, limit: EXAMPLES_SHOWN }
  const found = useQuery({ queryKey: ['example', 'page', input], queryFn: () => api.example.page(input), enabled: text.length > 1 })
  const shown = text.length > 1 && found.data?.rows.length ? found.data : null
  const best = shown?.rows[0]?.id
  useEffect(() => {
    if (best !== undefined) onFound(`example ${best}`)
  }, [best, onFound])
  return shown
}

function Examples({ found, onPick }: { found: Found; onPick: (id: string) => void }) {
  return (
    <Menu.Group heading={`Examples · ${formatCount(found.total)}`} forceMount>
      {found.rows.map((row) => (
        <Menu.Item key={row.id} value={`example ${row.id}`} forceMount onSelect={() => onPick(row.id)}>
          <span className="mono cut">{row.instanceId ?? row.id}</span>
          <span className="faint cut grow">{[row.harness, row.model].filter(Boolean).join(' · ')}</span>
          <LabelMark resolved={row.resolved} />
        </Menu.Item>
      ))}
    </Menu.Group>
  )
}

/** The frame's commands and, before them, the open screen's own keys. */
function withScreenKeys(commands: readonly Command[]): Command[] {
  const known = new Set(commands.map((command) => command.name))
  const keys = activeKeys()
  const own = keys.filter((binding) => !known.has(binding.name))
  return [...own, ...commands.map((command) => withKey(command, keys.find((binding) => binding.name === command.name)?.key))]
}

/** A command of the frame shows the key that the open screen has for it. */
function withKey(command: Command, key: string | undefined): Command {
  return key === undefined ? command : { ...command, key }
}

function groupCommands(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>()
  for (const command of commands) {
    const lines = groups.get(command.group) ?? []
    if (!lines.some((line) => line.name === command.name)) groups.set(command.group, [...lines, command])
  }
  return [...groups]
}
