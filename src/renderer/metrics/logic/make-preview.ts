/** Milliseconds between two pictures of what a drag would narrow to, at least. */
const SHOW_EVERY = 150

/**
 * Shows what a drag would narrow to, the newest alone: never before the answers to the one before are in, so that half a million rows
 * are followed as well as they can be and no faster. Null ends it at once.
 */
export function makePreview<View>(show: (view: View | null) => void, isBusy: () => boolean): (view: View | null) => void {
  let waiting: { view: View } | null = null
  let isLooking = false
  const look = () => {
    isLooking = waiting !== null
    if (!waiting) return
    if (!isBusy()) {
      show(waiting.view)
      waiting = null
    }
    setTimeout(look, SHOW_EVERY)
  }
  return (view) => {
    waiting = view === null ? null : { view }
    if (view === null) show(null)
    else if (!isLooking) {
      isLooking = true
      setTimeout(look, SHOW_EVERY)
    }
  }
}
