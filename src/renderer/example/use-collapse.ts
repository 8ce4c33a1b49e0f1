import { useCallback, useState } from 'react'
import { useKeys } from '../keys/use-keys.ts'
import { useLayout } from '../state/use-layout.ts'

/** Whether runs of like calls are drawn as one, and which of them are opened, by their first message. */
export interface Collapse {
  isOn: boolean
  toggle: () => void
  opened: ReadonlySet<number>
  open: (message: number) => void
}

const NONE: ReadonlySet<number> = new Set()

/** See {@link Collapse}: that it is on is remembered; what is opened is not. */
export function useCollapse(): Collapse {
  const [isOn, setOn] = useLayout<boolean>('example.collapse', false, (stored) => (typeof stored === 'boolean' ? stored : null))
  const [opened, setOpened] = useState(NONE)
  const toggle = () => {
    setOpened(NONE)
    setOn(!isOn)
  }
  useKeys([{ key: 'l', name: 'Collapse runs of like calls', group: 'In the run', run: toggle }])
  return { isOn, toggle, opened, open: useCallback((message) => setOpened((now) => new Set(now).add(message)), []) }
}
