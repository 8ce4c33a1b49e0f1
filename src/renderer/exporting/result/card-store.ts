import { create } from 'zustand'

/** The folder of the export whose card is shown; null when none is. */
export const useCard = create<{ dir: string | null }>(() => ({ dir: null }))

/** Opens the dialog, or closes it with null. */
export function showCard(dir: string | null): void {
  useCard.setState({ dir })
}
