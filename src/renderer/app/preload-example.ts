/** The Example screen's code, loaded apart from the rest. */
export const loadExample = () => import('../example/index.ts')

/** Fetches it ahead with its diff editor, so that the first example opens without waiting for them. Opening it tells of a failure. */
export function preloadExample(): void {
  loadExample().then(
    ({ warmExample }) => warmExample(),
    () => undefined,
  )
}
