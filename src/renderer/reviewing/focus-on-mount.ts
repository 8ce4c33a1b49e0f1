/** As a `ref`: takes the focus when it comes, for what replaces the part of a dialog that had it. */
export function focusOnMount(element: HTMLElement | null): void {
  element?.focus()
}
