import { useEffect, useRef } from 'react'
import type { Route } from './route.ts'

/**
 * Moves the focus into a screen when the person comes to it: to what the screen marks `data-first-focus` (its table, its first
 * field), else to its heading, else to the screen as a whole. The first screen of a visit leaves the focus alone.
 */
export function useRouteFocus(route: Route): void {
  const last = useRef(route.screen)
  useEffect(() => {
    if (last.current === route.screen) return
    last.current = route.screen
    const timer = setTimeout(() => {
      const main = document.getElementById('main')
      const target = main?.querySelector<HTMLElement>('[data-first-focus]') ?? main?.querySelector<HTMLElement>('h1[tabindex]') ?? main
      if (!main?.contains(document.activeElement) || document.activeElement === main) target?.focus({ preventScroll: true })
    })
    return () => clearTimeout(timer)
  }, [route.screen])
}
