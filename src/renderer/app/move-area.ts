const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

/** The area after (or before) the one at `current`, around the ends; -1 stands for none yet. */
export function nextArea(count: number, current: number, isBack: boolean): number {
  if (current === -1) return isBack ? count - 1 : 0
  return (current + (isBack ? count - 1 : 1)) % count
}

/**
 * Moves the focus to the next area of the window: the rail, each panel, the verdict bar. A trajectory draws more cards as the focus
 * walks through it, so Tab alone may never leave it.
 */
export function moveArea(isBack: boolean): void {
  // Panels lie in panels: only the innermost are areas.
  const isArea = (area: HTMLElement) => area.querySelector(FOCUSABLE) !== null && area.querySelector('[data-area]') === null
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter(isArea)
  const current = areas.findIndex((area) => area.contains(document.activeElement))
  const area = areas[nextArea(areas.length, current, isBack)]
  const target = area?.querySelector<HTMLElement>('[data-first-focus]') ?? area?.querySelector<HTMLElement>(FOCUSABLE)
  target?.focus()
}
