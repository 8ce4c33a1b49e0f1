import type { Page } from '@playwright/test'

/** Milliseconds from a key to the frame that shows the example it led to. */
export interface DrawnMove {
  /** Title of the example that came, or of the card at the end. */
  title: string
  ms: number
}

/** What the watched page keeps for its driver. */
interface Watched {
  moves: DrawnMove[]
  waiting: (() => void)[]
}

/**
 * Watches a page, from its next load on, for keys and for another example's title: the clock starts with the key's own time stamp and stops after the
 * frame in which the new title stands in the page has been painted.
 */
export async function watchMoves(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { moves: [], waiting: [] }
    Object.assign(window, { watched })
    let pressed = 0
    let last: { heading: Element | null; title: string } = { heading: null, title: '' }
    const press = (event: KeyboardEvent) => {
      if (!event.repeat) pressed = event.timeStamp
    }
    window.addEventListener('keydown', press, true)
    const look = () => {
      const heading = document.querySelector('.run-title, .end-card h1')
      const title = heading?.textContent ?? ''
      // Attempts at one instance share a title.
      if (title === '' || (heading === last.heading && title === last.title)) return
      last = { heading, title }
      const from = pressed
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          watched.moves.push({ title, ms: performance.now() - from })
          // No person presses again before the page has come to rest.
          for (const go of watched.waiting.splice(0)) requestIdleCallback(() => go(), { timeout: 500 })
        }
        port2.postMessage(null)
      })
    }
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
  })
}

/** A move that has not come by then never will; in milliseconds. */
const LOST_AFTER = 20_000

/** Resolves with all moves once there are `count` of them; where one never comes, tells what the page says instead. */
export function movesDrawn(page: Page, count: number): Promise<DrawnMove[]> {
  return page.evaluate(
    async ({ count, LOST_AFTER }) => {
      const { watched } = window as unknown as { watched: Watched }
      const isLate = new Promise<boolean>((tell) => setTimeout(() => tell(true), LOST_AFTER))
      while (watched.moves.length < count) {
        const late = await Promise.race([isLate, new Promise<void>((go) => watched.waiting.push(go))])
        const says = [...document.querySelectorAll('[role=status], .toasts')].map((said) => said.textContent).join(' | ')
        if (late) throw new Error(`of ${count} moves ${watched.moves.length} came, the last at ${location.hash}; the page says: ${says}`)
      }
      return watched.moves
    },
    { count, LOST_AFTER },
  )
}
