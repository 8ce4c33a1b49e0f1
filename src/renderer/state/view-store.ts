import type { InferContractRouterInputs } from '@orpc/contract'
import { create } from 'zustand'
import type { Contract } from '#contract'

type PageInput = InferContractRouterInputs<Contract>['example']['page']

/** What part of the examples the page looks at. */
export type Selection = PageInput['selection']

/** Column and direction; null is the stored order. */
export type Sort = PageInput['sort']

/** What is selected and open: a leaf that holds no data and that nothing below writes to. */
export interface ViewState {
  selection: Selection
  /** Selections before this one, the newest last. */
  past: readonly Selection[]
  sort: Sort
  /** Id of the row the table's cursor is on. */
  cursor: string | null
  /** Where the table's cursor is, from 0, so that coming back finds it without asking. */
  cursorIndex: number
  /** How far the table is scrolled, in px. */
  scrollTop: number
  setSelection(selection: Selection): void
  /** Takes back the last change of selection. */
  goBack(): void
  setSort(sort: Sort): void
  setCursor(id: string | null, index?: number): void
  setScrollTop(scrollTop: number): void
}

/** More steps back than anybody takes. */
const PAST_KEPT = 50

/** The page's one store. A new selection or order starts at the top. */
export const useView = create<ViewState>((set) => ({
  selection: {},
  past: [],
  sort: null,
  cursor: null,
  cursorIndex: 0,
  scrollTop: 0,
  setSelection: (selection) =>
    set((now) => ({ selection, past: [...now.past, now.selection].slice(-PAST_KEPT), cursorIndex: 0, scrollTop: 0 })),
  goBack: () =>
    set(({ past }) => {
      const selection = past.at(-1)
      return selection === undefined ? {} : { selection, past: past.slice(0, -1), cursorIndex: 0, scrollTop: 0 }
    }),
  setSort: (sort) => set({ sort, cursorIndex: 0, scrollTop: 0 }),
  setCursor: (cursor, index) => set(index === undefined ? { cursor } : { cursor, cursorIndex: index }),
  setScrollTop: (scrollTop) => set({ scrollTop }),
}))
