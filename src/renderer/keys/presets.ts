import type { Settings } from '../state/use-settings.ts'

/** See {@link PRESETS}. */
export type PresetId = Settings['keys']['preset']

/** Keys people bring from another tool. */
export interface Preset {
  name: string
  /** What is as there, and what is not. */
  note: string
  /** By Winnow's own key, the keys that stand for it; keys that are not named stay. */
  keys: Readonly<Record<string, readonly string[]>>
}

/** Presets by their id in the settings. None lets Backspace reject: in Argilla that lost people's work (argilla-io/argilla#5113). */
export const PRESETS: Readonly<Record<PresetId, Preset>> = {
  winnow: { name: 'Winnow', note: 'A accepts, X rejects, Space skips, U takes back.', keys: {} },
  // a accept, x reject, space skip, backspace or del undo, f flag, h help, Ctrl/Cmd+S save: https://prodi.gy/docs/api-web-app
  prodigy: {
    name: 'Prodigy',
    note: 'A, X, Space and F as there. Backspace and Delete take back, but never while you type. H shows the keys; Ctrl or Cmd+S saves a note.',
    keys: {
      u: ['Backspace', 'Delete', 'u'],
      '?': ['h', '?'],
      h: ['Shift+H'],
      'Mod+Enter': ['Mod+S', 'Mod+Enter'],
    },
  },
  // Enter submit, Backspace discard, arrows left and right, Ctrl/Cmd+S draft, 1-9 options: https://docs.argilla.io/en/latest/practical_guides/annotate_dataset.html
  argilla: {
    name: 'Argilla',
    note: 'Enter submits, which accepts; ← and → go to the example before and after; 1 to 9 pick a reason. Backspace does not discard: X rejects, and U takes back. O opens a row of the table.',
    keys: {
      a: ['a', 'Enter'],
      Enter: ['o'],
      '[': ['ArrowLeft', '['],
      ']': ['ArrowRight', ']'],
      'Mod+Enter': ['Mod+S', 'Mod+Enter'],
    },
  },
  // Ctrl/Cmd+Enter submit, Ctrl+Space skip, Ctrl/Cmd+Z undo, Ctrl/Cmd+arrows tasks, Alt+. regions: https://labelstud.io/guide/hotkeys
  'label-studio': {
    name: 'Label Studio',
    note: 'Ctrl or Cmd+Enter submits, which accepts and goes on; Ctrl+Space skips; Ctrl or Cmd+Z takes back; Ctrl or Cmd with ← and → go to the example before and after; Alt+. goes on by a step. Ctrl or Cmd+S saves a note and applies a recipe.',
    keys: {
      a: ['Mod+Enter', 'a'],
      'Mod+Enter': ['Mod+S'],
      Space: ['Mod+Space', 'Space'],
      '[': ['Mod+ArrowLeft', '['],
      ']': ['Mod+ArrowRight', ']'],
      j: ['Alt+.', 'j'],
      k: ['Alt+,', 'k'],
    },
  },
  // u and Ctrl+R, gg and G, za and zc: https://vimhelp.org/undo.txt.html, motion.txt.html, fold.txt.html
  vim: {
    name: 'Vim',
    note: 'J and K, /, N, U and : as there, and X rejects as it deletes there. Ctrl or Cmd+R takes an undo back; G then G and Shift+G go to the first and the last step, G then N and G then Shift+N to the next and the previous example; Z then A folds reasoning, Z then C runs of like calls.',
    keys: {
      'Mod+Shift+Z': ['Mod+R', 'Mod+Shift+Z'],
      ']': ['g n', ']'],
      '[': ['g Shift+N', '['],
      Home: ['g g', 'Home'],
      End: ['Shift+G', 'End'],
      r: ['z a', 'r'],
      l: ['z c', 'l'],
    },
  },
}

/** True for the id of a preset. */
export function isPreset(value: unknown): value is PresetId {
  return typeof value === 'string' && Object.hasOwn(PRESETS, value)
}
