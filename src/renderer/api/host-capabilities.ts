import type { Bridge, Command } from '../../preload/bridge.ts'

export type { Command } from '../../preload/bridge.ts'

/** What a host can do beyond the contract. What it cannot do is null, so screens look for the ability and never for the host. */
export interface HostCapabilities {
  /** The system's open dialog; without it the page shows its own over `files.list`. */
  openDialog: Bridge['openDialog'] | null
  /** The system's dialog for a place to write to. */
  saveDialog: Bridge['saveDialog'] | null
  /** The path of a dropped file or folder. */
  pathOfFile: Bridge['pathOfFile'] | null
  /** Shows a finished export in the file manager. */
  revealInFolder: Bridge['revealInFolder'] | null
  /** Keeps or forgets the Hub's token in the system's keychain; without it the token comes from HF_TOKEN alone. */
  saveToken: Bridge['saveToken'] | null
  /** Native menu items for the page to carry out; a host without a menu never calls back. */
  onCommand(listener: (command: Command) => void): () => void
}

const BROWSER: HostCapabilities = {
  openDialog: null,
  saveDialog: null,
  pathOfFile: null,
  revealInFolder: null,
  saveToken: null,
  onCommand: () => () => undefined,
}

/** The abilities of the desktop when its bridge is there, else those of a plain browser. */
export function hostCapabilities(bridge: Bridge | undefined): HostCapabilities {
  if (!bridge) return BROWSER
  const { openDialog, saveDialog, pathOfFile, revealInFolder, saveToken } = bridge
  return {
    openDialog,
    saveDialog,
    pathOfFile,
    revealInFolder,
    saveToken,
    onCommand: (listener) => bridge.onCommand((command) => route(command, listener)),
  }
}

/** The menu's Undo takes the keys even while a person types; there it must undo typing, never a decision. */
function route(command: Command, listener: (command: Command) => void): void {
  if (command.name === 'undo' && isTyping(document.activeElement)) document.execCommand('undo')
  else listener(command)
}

function isTyping(element: Element | null): boolean {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  )
}
