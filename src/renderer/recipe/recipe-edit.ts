/** An edit under way: the text as it is now, whether and why it cannot be applied, and what can be done with it. */
export interface RecipeEdit {
  text: string
  isChanged: boolean
  isBusy: boolean
  /** Why the host refuses the text; null when it does not. */
  error: unknown
  onEdit: (text: string) => void
  onApply: () => void
  onReset: () => void
}
