import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { DEFAULT_SETTINGS, type Settings, useSettings } from './use-settings.ts'

type Remembered = Settings['layout'][string]

const SAVED_AFTER = 400

/**
 * A piece of the page's layout that survives a restart: a panel's width, the columns on show. `read` checks what was stored and
 * returns null for anything it does not know, which then is `initial`. Saving waits until changes pause.
 */
export function useLayout<Value extends Remembered>(
  name: string,
  initial: Value,
  read: (stored: Remembered) => Value | null,
): [Value, (value: Value) => void] {
  const { settings, change } = useSettings()
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef(change)
  latest.current = change
  const stored = settings.layout[name]
  const set = useCallback(
    (value: Value) => {
      client.setQueryData<Settings>(['settings'], (now = DEFAULT_SETTINGS) => ({ ...now, layout: { ...now.layout, [name]: value } }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        const layout = client.getQueryData<Settings>(['settings'])?.layout
        if (layout) latest.current({ layout })
      }, SAVED_AFTER)
    },
    [client, name],
  )
  return [stored === undefined ? initial : (read(stored) ?? initial), set]
}
