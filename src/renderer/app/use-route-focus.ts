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
    const main = document.getElementById('main')
    return main ? bringFocus(main) : undefined
  }, [route.screen])
}

/** What is marked may come later, with its data: the heading has the focus until then, unless the person takes it elsewhere. */
function bringFocus(main: HTMLElement): () => void {
  let placed: Element | null = null
  const place = () => {
    const now = document.activeElement
    const isFree = now === main || now === document.body || now === placed
    if (!isFree && (placed !== null || main.contains(now))) return observer.disconnect()
    const marked = main.querySelector<HTMLElement>('[data-first-focus]')
    const target = marked ?? main.querySelector<HTMLElement>('h1[tabindex]') ?? main
    if (target !== now) target.focus({ preventScroll: true })
    placed = target
    if (marked) observer.disconnect()
  }
  const observer = new MutationObserver(place)
  observer.observe(main, { childList: true, subtree: true })
  const timer = setTimeout(place)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
  }
}
