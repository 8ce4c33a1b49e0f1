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

/** Defines the theme `winnow` from the page's tokens as they are now, and follows `data-theme`. */
export function defineThemes(): void {
  apply()
  new MutationObserver(apply).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
}

function apply(): void {
  const isLight = document.documentElement.dataset.theme === 'light'
  const colours = readTokens()
  editor.defineTheme('winnow', { base: isLight ? 'vs' : 'vs-dark', inherit: true, rules: rulesOf(colours), colors: colorsOf(colours) })
  editor.setTheme('winnow')
}

function readTokens(): Record<Token, string> {
  const style = getComputedStyle(document.documentElement)
  const entries = TOKENS.map((token) => [token, style.getPropertyValue(token).trim() || '#808080'])
  return Object.fromEntries(entries) as Record<Token, string>
}

function rulesOf(c: Record<Token, string>): editor.ITokenThemeRule[] {
  const bare = (token: Token): string => c[token].replace('#', '')
  return [
    { token: '', foreground: bare('--text') },
    { token: 'comment', foreground: bare('--faint') },
    { token: 'string', foreground: bare('--keep') },
    { token: 'keyword', foreground: bare('--accent') },
    { token: 'number', foreground: bare('--unknown') },
    { token: 'type', foreground: bare('--human') },
    { token: 'tag', foreground: bare('--accent') },
    { token: 'attribute.name', foreground: bare('--human') },
    { token: 'delimiter', foreground: bare('--muted') },
    { token: 'identifier', foreground: bare('--text') },
    { token: 'variable', foreground: bare('--text') },
    { token: 'annotation', foreground: bare('--unknown') },
    { token: 'regexp', foreground: bare('--drop') },
  ]
}

function colorsOf(c: Record<Token, string>): editor.IColors {
  return {
    'editor.background': c['--code'],
    'editor.foreground': c['--text'],
    'editorLineNumber.foreground': c['--faint'],
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
    'diffEditor.insertedTextBackground': `${c['--keep']}30`,
    'diffEditor.removedTextBackground': `${c['--drop']}30`,
    'diffEditorGutter.insertedLineBackground': c['--add'],
    'diffEditorGutter.removedLineBackground': c['--del'],
    'diffEditor.diagonalFill': c['--line'],
    'diffEditor.border': c['--line'],
    'scrollbarSlider.background': `${c['--line-strong']}99`,
    'scrollbarSlider.hoverBackground': c['--line-strong'],
    'scrollbar.shadow': '#00000000',
  }
}
