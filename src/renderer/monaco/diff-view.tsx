import type { editor } from 'monaco-editor/editor'
import { useEffect, useRef } from 'react'
import './diff-view.css'
import type { HunkTexts, SideText } from './hunk-texts.ts'
import { setUpMonaco } from './setup.ts'

/** A read-only diff of what a patch shows of one file. */
export interface DiffViewProps {
  /** Says which file to assistive technology. */
  label: string
  texts: HunkTexts
  language: string
  layout: 'split' | 'unified'
  hidesWhitespace: boolean
}

/** See {@link DiffViewProps}. Tab moves the focus on, as everywhere in the page; Esc gives the focus back to the page. */
export function DiffView({ label, texts, language, layout, hidesWhitespace }: DiffViewProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<editor.IStandaloneDiffEditor | null>(null)

  useEffect(() => {
    const element = host.current
    if (!element) return
    const created = setUpMonaco().createDiffEditor(element, OPTIONS)
    view.current = created
    const leave = (event: KeyboardEvent): void => leaveOnEscape(event, element)
    element.addEventListener('keydown', leave)
    return () => {
      element.removeEventListener('keydown', leave)
      const model = created.getModel()
      created.dispose()
      letGo(model)
      view.current = null
    }
  }, [])

  useEffect(() => {
    if (view.current) show(view.current, texts, language)
  }, [texts, language])

  useEffect(() => {
    view.current?.updateOptions({ renderSideBySide: layout === 'split', ignoreTrimWhitespace: hidesWhitespace })
  }, [layout, hidesWhitespace])

  useEffect(() => {
    view.current?.getOriginalEditor().updateOptions({ ariaLabel: `${label}, before` })
    view.current?.getModifiedEditor().updateOptions({ ariaLabel: `${label}, after` })
  }, [label])

  return <section ref={host} className="diff-view" aria-label={label} tabIndex={-1} />
}

const LONGEST_DIFF = 2000

/** Disposes texts once no comparison of them can be under way: Monaco's worker throws when one is taken from it. */
function letGo(model: editor.IDiffEditorModel | null): void {
  if (model === null) return
  setTimeout(() => {
    model.original.dispose()
    model.modified.dispose()
  }, 2 * LONGEST_DIFF)
}

const OPTIONS: editor.IStandaloneDiffEditorConstructionOptions = {
  readOnly: true,
  originalEditable: false,
  domReadOnly: true,
  automaticLayout: true,
  theme: 'winnow',
  fontFamily: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
  fontSize: 12,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderOverviewRuler: false,
  renderMarginRevertIcon: false,
  renderGutterMenu: false,
  enableSplitViewResizing: true,
  // The person chooses split or unified; a narrow column must not choose for them.
  useInlineViewWhenSpaceIsLimited: false,
  hideUnchangedRegions: { enabled: false },
  maxComputationTime: LONGEST_DIFF,
  glyphMargin: false,
  folding: false,
  contextmenu: false,
  links: false,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 16,
  renderLineHighlight: 'none',
  occurrencesHighlight: 'off',
  selectionHighlight: false,
  matchBrackets: 'never',
  guides: { indentation: false },
  tabFocusMode: true,
  // Outside text: invisible and confusable characters are shown, and nothing in it is a link.
  renderControlCharacters: true,
  unicodeHighlight: { invisibleCharacters: true, ambiguousCharacters: false, nonBasicASCII: false },
  stickyScroll: { enabled: false },
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
}

function show(view: editor.IStandaloneDiffEditor, texts: HunkTexts, language: string): void {
  const monaco = setUpMonaco()
  const before = view.getModel()
  view.setModel({
    original: monaco.createModel(texts.original.text, language),
    modified: monaco.createModel(texts.modified.text, language),
  })
  letGo(before)
  dress(view.getOriginalEditor(), texts.original)
  dress(view.getModifiedEditor(), texts.modified)
}

function dress(side: editor.IStandaloneCodeEditor, { numbers, gaps }: SideText): void {
  // A hunk's brackets have lost their partners, and the colours would be Monaco's own. The editor's option of that name does nothing here.
  side.getModel()?.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
  side.updateOptions({ lineNumbers: (line) => numbers[line - 1]?.toString() ?? '' })
  side.createDecorationsCollection(
    gaps.map(({ line }) => ({
      range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
      options: { isWholeLine: true, className: 'diff-gap', inlineClassName: 'diff-gap-text', marginClassName: 'diff-gap' },
    })),
  )
}

function leaveOnEscape(event: KeyboardEvent, element: HTMLElement): void {
  const isInWidget = event.target instanceof HTMLElement && event.target.closest('.find-widget') !== null
  if (event.key === 'Escape' && !isInWidget) element.focus()
}
