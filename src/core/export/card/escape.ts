/**
 * Texts of rows and of people, made harmless where they are shown: names of repositories, reviewers and tags, notes and reasons are whatever somebody
 * typed. What cannot be seen goes (controls, characters that turn the direction of text, lone surrogates), line ends become spaces.
 */

/** The longest text a card shows. UTF-16 units. */
const LONGEST = 120
/** The longest sentence. */
const LONGEST_SENTENCE = 600

const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029\ufffe\uffff]+/gu

/** One line of visible text, cut where it is too long. */
export function plainText(text: string, longest = LONGEST): string {
  const line = text
    .slice(0, longest * 4)
    .replace(UNSEEN, ' ')
    .trim()
  return line.length > longest ? `${line.slice(0, longest - 1).replace(UNSEEN, '')}…` : line
}

/**
 * A text as a code span of Markdown, in a cell of a table or outside: nothing in it is a link, a tag or markup. What would end it is shown by a
 * look-alike: a backtick as an apostrophe, a vertical line as a broken one.
 */
export function codeSpan(text: string): string {
  const inside = plainText(text).replaceAll('`', "'").replaceAll('|', '¦')
  return inside === '' ? '*none*' : `\`${inside}\``
}

/** A sentence of ours, which may quote texts of others, as Markdown that shows just these characters; addresses in it are no links. */
export function markdownText(text: string): string {
  return plainText(text, LONGEST_SENTENCE).replace(/[\\`*_{}[\]<>#|~&!@$]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
}

/** A scalar of YAML in double quotes, which JSON's strings are: https://yaml.org/spec/1.2.2/#double-quoted-style */
export function yamlText(text: string): string {
  return JSON.stringify(plainText(text))
}

/** Text between two tags of XML, or in an attribute. */
export function xmlText(text: string): string {
  return plainText(text).replace(/[<>&"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
