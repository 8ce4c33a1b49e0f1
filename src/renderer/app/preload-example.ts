/** The Example screen's code, loaded apart from the rest. */
export const loadExample = () => import('../example/index.ts')

/** Fetches it ahead, so that the first example opens without waiting for it. */
export function preloadExample(): void {
  void loadExample()
}
