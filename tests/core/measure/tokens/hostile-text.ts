import fc from 'fast-check'

/** Bits of text that tokenizers stumble over: seams of white space, contractions, special names, what JavaScript and Rust class differently. */
const special = fc.constantFrom(
  ...[
    '\ufeff',
    '\u0085',
    '\u00a0',
    '\u2028',
    '\u3000',
    '\u180e',
    '\u200b',
    '\u200d',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' \n ',
    '\n\n  ',
  ],
  ...["'s", "'LL", "'", "'ſ", "'re", "don't", "IT'S", '!', ' !', '/', '?\n', '//\r\n', '<|endoftext|>', '<|im_start|>'],
  ...['漢字', 'かな', '한국어', 'é', 'e\u0301', '\u0301', 'ſ', 'İ', 'ǅ', 'ʰ', 'ABC', 'aB', 'Ab', '漢AB', 'AB漢'],
  ...['👩‍👩‍👧', '🏳️‍🌈', '🇩🇪', '𝔘𝔫𝔦', '𐐷', '𝟙𝟚', '\ud800', '\udc00', '٣', '１２３４', 'Ⅷ', '12345', '7'],
  ...['===', '/* ', 'QUJDREVGR0g9', '\u0000', '\u001b[31m', '\u202e', 'ᾳ'],
)

/** Blocks whose letters and digits no newer Unicode has added to: runtime and oracle carry tables of different years. */
const settled = fc
  .oneof(
    ...[
      [0, 0x52f],
      [0x2000, 0x206f],
      [0x3040, 0x3096],
      [0x4e00, 0x9fcc],
      [0xac00, 0xd7a3],
      [0xe000, 0xe0ff],
      [0x1d400, 0x1d454],
      [0x1f300, 0x1f5ff],
    ].map(([min = 0, max = 0]) => fc.integer({ min, max })),
  )
  .map((code) => String.fromCodePoint(code))

const repeated = fc.tuple(fc.oneof(special, settled), fc.integer({ min: 1, max: 400 })).map(([unit, times]) => unit.repeat(times))

/** Texts of a few words made of nothing but trouble. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 4, arbitrary: special }, repeated, fc.string({ unit: settled }), fc.base64String(), fc.string()), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''))

/** Short ones, whose ends matter. */
export const hostileSnippet: fc.Arbitrary<string> = fc
  .array(fc.oneof(special, special, fc.string({ unit: settled, maxLength: 3 })), { maxLength: 5 })
  .map((parts) => parts.join(''))
