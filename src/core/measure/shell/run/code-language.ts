/** Languages whose code is looked through for commands it runs. */
export type CodeLanguage = 'python' | 'javascript' | 'perl' | 'ruby' | 'awk' | 'shell'

const BY_PROGRAM: readonly [RegExp, CodeLanguage][] = [
  [/^(?:i?python|pypy)[\d.]*$/, 'python'],
  [/^(?:node|nodejs|bun|deno|tsx|ts-node)$/, 'javascript'],
  [/^perl[\d.]*$/, 'perl'],
  [/^ruby[\d.]*$/, 'ruby'],
  [/^(?:[gmn]?awk)$/, 'awk'],
  [/^(?:php|lua|luajit|Rscript|julia|groovy)[\d.]*$/, 'perl'],
  [/^(?:ba|da|z|k|a|fi)?sh$/, 'shell'],
]

const BY_ENDING = new Map<string, CodeLanguage>([
  ['py', 'python'],
  ['js', 'javascript'],
  ['cjs', 'javascript'],
  ['mjs', 'javascript'],
  ['ts', 'javascript'],
  ['pl', 'perl'],
  ['rb', 'ruby'],
  ['php', 'perl'],
  ['lua', 'perl'],
  ['go', 'javascript'],
  ['awk', 'awk'],
])

/** The language an interpreter runs; null for a program that is none. */
export function interpreterOf(name: string): CodeLanguage | null {
  return BY_PROGRAM.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

/** The language of a file that is run by its path: by its first line, else its ending, else shell. */
export function languageOf(path: string, text: string): CodeLanguage {
  const shebang = /^#!\s{0,9}(\S{1,200})(?:[ \t]{1,9}(?:-S[ \t]{1,9})?(\S{1,200}))?/.exec(text)
  for (const word of shebang ? [shebang[2], shebang[1]] : []) {
    const language = interpreterOf(word?.slice(word.lastIndexOf('/') + 1) ?? '')
    if (language) return language
  }
  return BY_ENDING.get(/\.(\w{1,5})$/.exec(path)?.[1] ?? '') ?? 'shell'
}
