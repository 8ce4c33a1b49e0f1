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
  sort: Sort
  /** Id of the row the table's cursor is on. */
  cursor: string | null
  setSelection(selection: Selection): void
  setSort(sort: Sort): void
  setCursor(id: string | null): void
}

/** The page's one store. */
export const useView = create<ViewState>((set) => ({
  selection: {},
  sort: null,
  cursor: null,
  setSelection: (selection) => set({ selection }),
  setSort: (sort) => set({ sort }),
  setCursor: (cursor) => set({ cursor }),
}))
