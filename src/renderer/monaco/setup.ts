/** Brings up Monaco once: the parts a read-only diff needs, the grammars, and its worker under `worker-src 'self'`. */
import 'monaco-editor/features/codicon/register'
import 'monaco-editor/features/diffEditor/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/folding/register'
import 'monaco-editor/languages/definitions/register.all'
import { editor, languages } from 'monaco-editor/editor'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { JSON_GRAMMAR } from './json-grammar.ts'
import { defineThemes } from './theme.ts'

let isReady = false

/** Registers worker, grammars and themes; a second call does nothing. */
export function setUpMonaco(): typeof editor {
  if (isReady) return editor
  isReady = true
  self.MonacoEnvironment = { getWorker: () => new EditorWorker() }
  languages.register({ id: 'json' })
  languages.setMonarchTokensProvider('json', JSON_GRAMMAR)
  defineThemes()
  return editor
}
