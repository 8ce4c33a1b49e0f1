const NAMED: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '',
  b: '',
  f: '\f',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
  '`': '`',
}

/** Resolves backslashes as `printf`, `echo -e` and the strings of most languages do. */
export function readEscapes(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|(0?[0-7]{1,3})|\n|([^\n]))/g,
    (_all, hex?: string, unicode?: string, octal?: string, other?: string) => {
      const code = hex ?? unicode
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      return other === undefined ? '' : (NAMED[other] ?? `\\${other}`)
    },
  )
}
