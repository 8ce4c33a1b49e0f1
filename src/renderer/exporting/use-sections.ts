import { useLayout } from '../state/use-layout.ts'

/** The parts of a plan, in the order of the screen. */
export const SECTIONS = ['trainer', 'leaves', 'splits', 'policies'] as const

/** See {@link SECTIONS}. */
export type SectionId = (typeof SECTIONS)[number]

/** Which parts are unfolded, kept from one start to the next. */
export function useSections(): { isOpen: (id: SectionId) => boolean; toggle: (id: SectionId) => void } {
  const [open, setOpen] = useLayout<string[]>('export.sections', ['trainer', 'leaves'], (stored) =>
    Array.isArray(stored) ? SECTIONS.filter((id) => stored.includes(id)) : null,
  )
  return {
    isOpen: (id) => open.includes(id),
    toggle: (id) => setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id]),
  }
}
