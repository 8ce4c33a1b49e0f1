/** The only room that imports Monaco. Everything heavy is behind `loadDiffView`, so that no screen waits for it. */
export { hunkTexts } from './hunk-texts.ts'
export { languageOf } from './language-of.ts'
export { loadDiffView, warmMonaco } from './load.ts'
