import { expect, type Page } from '@playwright/test'

/** What of the page cannot be come at in this window: a page that scrolls sideways, and controls that stay cut or covered once scrolled to. */
export async function checkReach(page: Page, screen: string): Promise<void> {
  expect.soft(await page.evaluate(unreachable), screen).toEqual([])
}

/** Runs in the page. */
function unreachable(): string[] {
  const isShown = (one: Element) =>
    one.checkVisibility({ visibilityProperty: true }) && one.closest('[aria-hidden=true], .visually-hidden, .skip-link, [inert]') === null
  const problemOf = (one: Element): string | null => {
    one.scrollIntoView({ block: 'center', inline: 'nearest' })
    const { left, right, top, width, height } = one.getBoundingClientRect()
    if (width === 0 || height === 0) return null
    if (right > innerWidth + 1 && width < innerWidth) return 'lies beyond the edge'
    const middle = (Math.max(0, left) + Math.min(innerWidth, right)) / 2
    const hit = document.elementFromPoint(middle, top + height / 2)
    return hit && (one.contains(hit) || hit.closest('label')?.contains(one)) ? null : `is covered by ${hit?.className || hit?.tagName}`
  }
  const sideways =
    document.documentElement.scrollWidth > innerWidth ? [`the page scrolls sideways, ${document.documentElement.scrollWidth} px`] : []
  const controls = document.querySelectorAll('button:not(:disabled), a[href], input, select, textarea, summary, [role=tab], [role=radio]')
  const cut = [...controls].filter(isShown).flatMap((one) => {
    const problem = problemOf(one)
    return problem === null ? [] : [`${(one.getAttribute('aria-label') ?? one.textContent)?.slice(0, 60)} ${problem}`]
  })
  return [...sideways, ...cut]
}
