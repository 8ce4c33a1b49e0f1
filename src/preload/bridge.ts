/** What the desktop offers the page beyond the contract: `window.winnow`. The browser host has none of it. */
export interface Bridge {
  /**
   * Asks for a MessagePort to the engine. It arrives as a window message whose data is {@link PORT_MESSAGE}, from this
   * very window; a port of an engine that is still starting answers once it has started.
   */
  requestPort(): void
  /** Calls back when the engine is up again or has gone. Returns the way out. */
  onEngine(listener: (state: EngineState) => void): () => void
  /** The system's own open dialog; null when the person cancelled. */
  openDialog(kind: OpenDialogKind): Promise<string | null>
  /** The system's own dialog for the folder or file something is written to; null when the person cancelled. */
  saveDialog(request: SaveDialogRequest): Promise<string | null>
  /** Where a dropped file or folder lies on this machine; '' for one that has no path. */
  pathOfFile(file: File): string
  /** Calls back when a menu item that the page must carry out was chosen. Returns the way out. */
  onCommand(listener: (command: Command) => void): () => void
  /** Shows an export in the system's file manager. False, and nothing happens, for a path no export was written to. */
  revealInFolder(path: string): Promise<boolean>
  /** Gives the Hub's token to the system's keychain; null forgets the one kept. It never comes back to the page. */
  saveToken(token: string | null): Promise<TokenAnswer>
}

/** How keeping the token ended; `reason` is for the person and holds nothing of the token. */
export type TokenAnswer = { kind: 'saved' } | { kind: 'refused'; reason: string }

/** Data of the window message that carries the engine's port. */
export const PORT_MESSAGE = 'winnow:port'

/** How the engine stands. `willRestart` false means that it stays down until the person does something. */
export type EngineState = { kind: 'ready' } | { kind: 'lost'; reason: string; willRestart: boolean }

/** A folder or file to read rows from, a workspace folder, or a review pack. */
export type OpenDialogKind = 'folder' | 'file' | 'workspace' | 'pack'

/** `path` is what the dialog starts from: a whole path, or only a name. */
export interface SaveDialogRequest {
  kind: 'folder' | 'file'
  path: string
}

/** What the menu asks of the page. */
export type Command =
  | { name: 'open-folder' | 'open-file' | 'open-workspace' | 'export' | 'undo' | 'help' }
  | { name: 'open-source'; path: string }
  | { name: 'switch-workspace'; path: string }
  | { name: 'theme'; theme: 'dark' | 'light' | 'system' }
