import { create } from 'zustand'

/** What the page's own open dialog is open for; who opened it takes what is chosen. Null when it is closed. */
export interface FileQuestion {
  purpose: 'source' | 'workspace' | 'pack' | 'ledger' | 'folder' | 'template'
  onTake: (path: string) => void
}

/** See {@link FileQuestion}. */
export const useFileDialog = create<{ question: FileQuestion | null }>(() => ({ question: null }))

/** Opens the dialog, or closes it with null. */
export function askForFile(question: FileQuestion | null): void {
  useFileDialog.setState({ question })
}
