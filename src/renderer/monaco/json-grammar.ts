import type { languages } from 'monaco-editor/editor'

/** JSON and JSON lines, for colours only: Monaco's own JSON comes with a language server. */
export const JSON_GRAMMAR: languages.IMonarchLanguage = {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
      [/"(?:[^"\\]|\\.)*"/, 'string'],
      [/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
      [/\/\/.*$/, 'comment'],
    ],
  },
}
