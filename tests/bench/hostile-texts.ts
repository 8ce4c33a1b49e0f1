const BYTES = 1_000_000
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Texts of a megabyte of UTF-8 that a tokenizer may choke on, by what they are. */
export function hostileTexts(): Record<string, string> {
  return {
    'one letter': repeated('a'),
    'one capital': repeated('A'),
    'letters without order': shuffled([...LETTERS]),
    'capitals without order': shuffled([...LETTERS.toUpperCase()]),
    syllables: shuffled(['the', 'ing', 'er', 'an', 'on', 'in']),
    base64: shuffled([...LETTERS, ...LETTERS.toUpperCase(), ...'0123456789+/']),
    digits: repeated('1234567890'),
    blanks: repeated(' '),
    'blanks and a letter': `${repeated(' ')}x`,
    'blanks and line ends': repeated('\n \n '),
    'carriage returns': repeated('\r\n'),
    tabs: repeated('\t'),
    'ideographic spaces': repeated('\u3000'),
    apostrophes: repeated("'"),
    contractions: repeated("'s"),
    'equals signs': repeated('='),
    slashes: repeated('/'),
    'signs without order': shuffled([...'!@#$%^&*()_+-=[]{};:,.<>?/|~`']),
    'special names': repeated('<|endoftext|>'),
    'one ideograph': repeated('漢'),
    'Chinese and Japanese': repeated('漢字かな混じり文'),
    Korean: repeated('한국어'),
    'joined emoji': repeated('👩‍👩‍👧'),
    'emoji without order': shuffled(['😀', '🤖', '👍🏽', '🏳️‍🌈']),
    'lone surrogates': repeated('\ud800'),
    marks: repeated('\u0301'),
    'letters with marks': repeated('e\u0301'),
    'capitals behind ideographs': repeated(`漢${'A'.repeat(1000)}`),
    'mathematical letters': shuffled([...'𝔘𝔫𝔦𝕬']),
    everything: shuffled([' ', '\n', 'a', 'Z', "'", '漢', '😀', '\ud800', '1', '=', '\u0085', '\ufeff', '\u0301']),
  }
}

function repeated(unit: string): string {
  return unit.repeat(Math.ceil(BYTES / Buffer.byteLength(unit)))
}

/** The same at every run. */
function shuffled(units: readonly string[]): string {
  const chosen: string[] = []
  let state = 1
  for (let bytes = 0; bytes < BYTES; bytes += Buffer.byteLength(chosen.at(-1) ?? ' ')) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    chosen.push(units[Math.floor((state / 2 ** 32) * units.length)] ?? ' ')
  }
  return chosen.join('')
}
