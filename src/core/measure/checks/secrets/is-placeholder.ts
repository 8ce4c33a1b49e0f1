/**
 * True of what stands in a secret's place in documentation and tests: words nobody's secret has (a random one of 40 signs holds a given word of four letters
 * with a chance of one in 28,000), runs of one sign, the alphabet, or too little variety.
 */
export function isPlaceholder(secret: string): boolean {
  const lower = secret.toLowerCase()
  return WORDS.some((one) => lower.includes(one)) || RUN.test(secret) || bitsPerSign(secret) < LEAST_BITS
}

/** Shannon's entropy of the signs of a text: 0 for one letter, log2(n) when n signs come equally often. */
export function bitsPerSign(text: string): number {
  const counts = new Map<string, number>()
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

const WORDS = [
  'example',
  'dummy',
  'fake',
  'placeholder',
  'redacted',
  'changeme',
  'change_me',
  'your',
  'insert',
  'sample',
  'secret',
  'token',
  'test',
  'mock',
  'invalid',
  'abcdef',
  '123456',
  '987654',
  'deadbeef',
  'qwerty',
  'foobar',
  'eyjzdwiioiixmjm0nty3odkwi',
]

/** Five times the same. */
const RUN = /([\s\S])\1{4}/

/** `hf_` and 34 random letters have 4.5; a word written twice has about 3. */
const LEAST_BITS = 3
