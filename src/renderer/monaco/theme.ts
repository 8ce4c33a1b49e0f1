import { editor } from 'monaco-editor/editor'

/** Tokens of `styles/tokens.css` that Monaco's colours come from. */
const TOKENS = [
  '--code',
  '--text',
  '--muted',
  '--faint',
  '--accent',
  '--accent-bg',
  '--keep',
  '--drop',
  '--unknown',
  '--human',
  '--line',
  '--line-strong',
  '--add',
  '--del',
  '--hover',
  '--raised',
  '--surface',
] as const
type Token = (typeof TOKENS)[number]

/** Colours of code lean towards the text's, so that they keep 4.5:1 on the green and red of changed words in both themes. */
const INK_TOWARDS_TEXT = 0.25

/** Defines the theme `winnow` from the page's tokens as they are now, and follows `data-theme`. */
export function defineThemes(): void {
  apply()
  new MutationObserver(apply).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
}

function apply(): void {
  const isLight = document.documentElement.dataset.theme === 'light'
  const colours = readTokens()
  // Not inherited: the base's own inks for the kinds of some languages (keyword.flow, ...) are too dark on removed words.
  editor.defineTheme('winnow', { base: isLight ? 'vs' : 'vs-dark', inherit: false, rules: rulesOf(colours), colors: colorsOf(colours) })
  editor.setTheme('winnow')
}

function readTokens(): Record<Token, string> {
  const style = getComputedStyle(document.documentElement)
  const entries = TOKENS.map((token) => [token, style.getPropertyValue(token).trim() || '#808080'])
  return Object.fromEntries(entries) as Record<Token, string>
}

function rulesOf(c: Record<Token, string>): editor.ITokenThemeRule[] {
  const text = c['--text'].replace('#', '')
  const ink = (token: Token): string => mix(c[token], c['--text'], INK_TOWARDS_TEXT)
  return [
    { token: '', foreground: text },
    { token: 'comment', foreground: ink('--muted') },
    { token: 'string', foreground: ink('--keep') },
    { token: 'keyword', foreground: ink('--accent') },
    { token: 'number', foreground: ink('--unknown') },
    { token: 'type', foreground: ink('--human') },
    { token: 'tag', foreground: ink('--accent') },
    { token: 'attribute.name', foreground: ink('--human') },
    { token: 'attribute.value', foreground: ink('--keep') },
    { token: 'key', foreground: ink('--accent') },
    { token: 'constant', foreground: ink('--unknown') },
    { token: 'predefined', foreground: ink('--human') },
    { token: 'metatag', foreground: ink('--human') },
    { token: 'operator', foreground: ink('--muted') },
    { token: 'delimiter', foreground: ink('--muted') },
    { token: 'identifier', foreground: text },
    { token: 'variable', foreground: text },
    { token: 'annotation', foreground: ink('--unknown') },
    { token: 'regexp', foreground: ink('--drop') },
  ]
}

/** Two `#rrggbb` colours as one, without its '#'; `share` (0 to 1) is the second's. */
function mix(first: string, second: string, share: number): string {
  const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(channel(first, at) * (1 - share) + channel(second, at) * share))
  return mixed.map((value) => value.toString(16).padStart(2, '0')).join('')
}

function colorsOf(c: Record<Token, string>): editor.IColors {
  return {
    'editor.background': c['--code'],
    'editor.foreground': c['--text'],
    'editorLineNumber.foreground': c['--muted'],
    'editorLineNumber.activeForeground': c['--muted'],
    'editor.lineHighlightBackground': '#00000000',
    'editor.lineHighlightBorder': '#00000000',
    'editorGutter.background': c['--code'],
    'editor.selectionBackground': `${c['--accent']}44`,
    'editorWidget.background': c['--raised'],
    'editorWidget.border': c['--line-strong'],
    'input.background': c['--surface'],
    focusBorder: c['--accent'],
    'diffEditor.insertedLineBackground': `${c['--add']}cc`,
    'diffEditor.removedLineBackground': `${c['--del']}cc`,
    'diffEditor.insertedTextBackground': `${c['--keep']}28`,
    'diffEditor.removedTextBackground': `${c['--drop']}28`,
    'diffEditorGutter.insertedLineBackground': c['--add'],
    'diffEditorGutter.removedLineBackground': c['--del'],
    'diffEditor.diagonalFill': c['--line'],
    'diffEditor.border': c['--line'],
    'scrollbarSlider.background': `${c['--line-strong']}99`,
    'scrollbarSlider.hoverBackground': c['--line-strong'],
    'scrollbar.shadow': '#00000000',
  }
}
