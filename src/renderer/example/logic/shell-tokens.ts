/** What a piece of a shell command is drawn as. */
export type ShellKind = 'command' | 'flag' | 'string' | 'variable' | 'operator' | 'comment' | 'plain'

/** A piece of a command; pieces joined give the command back. */
export interface ShellToken {
  kind: ShellKind
  text: string
}

/** Longer commands are drawn plain past this many UTF-16 units. */
const LIMIT = 20_000
const OPERATOR = /^(?:&&|\|\||;;|\|&|[;|&()])/
const REDIRECT = /^\d{0,2}(?:<<<|<<-?|>>|>&|<&|&>>?|[<>])/
const KEYWORDS = new Set([
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'for',
  'while',
  'until',
  'do',
  'done',
  'case',
  'esac',
  'in',
  '{',
  '}',
  '!',
  'time',
])
/** Words after which the next word is again a command. */
const WRAPPERS = new Set(['sudo', 'env', 'xargs', 'nohup', 'exec', 'timeout'])

/**
 * Colours a command for reading. A scanner, not a parser: it never fails, looks at each character a bounded number of times, and a
 * wrong guess costs a colour only. Here-document bodies are strings.
 */
export function shellTokens(command: string): ShellToken[] {
  const scanner = new Scanner(command.slice(0, LIMIT))
  scanner.run()
  if (command.length > LIMIT) scanner.push('plain', command.slice(LIMIT))
  return scanner.tokens
}

class Scanner {
  readonly tokens: ShellToken[] = []
  private at = 0
  private expectsCommand = true
  private hereDocuments: string[] = []
  private isHereWord = false

  constructor(private readonly text: string) {}

  run(): void {
    while (this.at < this.text.length) this.step()
  }

  push(kind: ShellKind, text: string): void {
    const last = this.tokens.at(-1)
    if (last?.kind === kind) last.text += text
    else if (text !== '') this.tokens.push({ kind, text })
  }

  private take(kind: ShellKind, length: number): void {
    this.push(kind, this.text.slice(this.at, this.at + length))
    this.at += length
  }

  private step(): void {
    const character = this.text[this.at] ?? ''
    if (character === '\n') this.newline()
    else if (/\s/.test(character)) this.take('plain', 1)
    else if (character === '#') this.take('comment', this.untilLineEnd())
    else if (!this.operator()) this.word()
  }

  private newline(): void {
    this.take('plain', 1)
    this.expectsCommand = true
    for (const mark of this.hereDocuments.splice(0)) this.hereDocument(mark)
  }

  private hereDocument(mark: string): void {
    let end = this.at
    while (end < this.text.length) {
      const lineEnd = this.text.indexOf('\n', end)
      const stop = lineEnd === -1 ? this.text.length : lineEnd
      const isLast = this.text.slice(end, stop).trim() === mark
      end = lineEnd === -1 ? stop : stop + 1
      if (isLast) break
    }
    this.take('string', end - this.at)
  }

  private operator(): boolean {
    const rest = this.text.slice(this.at, this.at + 6)
    const redirect = REDIRECT.exec(rest)?.[0]
    if (redirect !== undefined) {
      this.isHereWord = /^\d*<<-?$/.test(redirect)
      this.take('operator', redirect.length)
      return true
    }
    const found = OPERATOR.exec(rest)?.[0]
    if (found === undefined) return false
    this.take('operator', found.length)
    this.expectsCommand = found !== ')'
    return true
  }

  private word(): void {
    const start = this.at
    const from = this.tokens.length
    const pieces = this.scanWord()
    const text = this.text.slice(start, this.at)
    if (this.isHereWord) {
      this.hereDocuments.push(text.replace(/['"\\]/g, ''))
      this.isHereWord = false
      this.push('string', text)
      return
    }
    const whole = this.kindOfWord(text)
    if (whole !== null) this.push(whole, text)
    else for (const piece of pieces) this.push(piece.kind, piece.text)
    if (this.tokens.length === from) this.push('plain', '')
  }

  /** The colour of a word as a whole; null when its quoted and expanded parts show on their own. */
  private kindOfWord(text: string): ShellKind | null {
    if (this.expectsCommand && /^[A-Za-z_]\w*\+?=/.test(text)) return 'variable'
    if (this.expectsCommand && KEYWORDS.has(text)) return 'operator'
    if (this.expectsCommand && /^[\w./~@+:[-]+$/.test(text) && !text.startsWith('-')) {
      this.expectsCommand = WRAPPERS.has(text)
      return 'command'
    }
    if (/^--?[A-Za-z0-9][\w-]*/.test(text)) return /['"$`]/.test(text) ? null : 'flag'
    this.expectsCommand = false
    return null
  }

  private scanWord(): ShellToken[] {
    const pieces: ShellToken[] = []
    const start = this.at
    while (this.at < this.text.length) {
      const character = this.text[this.at] ?? ''
      if (/[\s;|&()<>]/.test(character)) break
      const [kind, length] = this.piece(character)
      pieces.push({ kind, text: this.text.slice(this.at, this.at + length) })
      this.at += length
    }
    if (this.at === start) {
      pieces.push({ kind: 'plain', text: this.text.slice(start, start + 1) })
      this.at++
    }
    return pieces
  }

  private piece(character: string): [ShellKind, number] {
    if (character === "'" || character === '"' || character === '`') return ['string', this.quoted(character)]
    if (character === '\\') return ['plain', Math.min(2, this.text.length - this.at)]
    if (character !== '$') return ['plain', 1]
    const name = /^\$(?:[A-Za-z_]\w{0,99}|\{[^}\n]{0,200}\}|[0-9@*#?$!-])/.exec(this.text.slice(this.at, this.at + 210))
    return name ? ['variable', name[0].length] : ['plain', 1]
  }

  private quoted(quote: string): number {
    for (let i = this.at + 1; i < this.text.length; i++) {
      if (this.text[i] === '\\' && quote !== "'") i++
      else if (this.text[i] === quote) return i + 1 - this.at
    }
    return this.text.length - this.at
  }

  private untilLineEnd(): number {
    const end = this.text.indexOf('\n', this.at)
    return (end === -1 ? this.text.length : end) - this.at
  }
}
