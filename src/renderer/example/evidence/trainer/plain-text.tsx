import { MarkedText } from '../../trajectory/marked-text.tsx'

const ESCAPE = '\u001b'
const RETURN = '\r'

/** What elsewhere is drawn as colour or as a line end is here what the trainer gets: a character of its own. */
const AS_THEY_ARE = new RegExp(`([${ESCAPE}${RETURN}])`)

/** Outside text with every control character visible, colour codes and carriage returns too. */
export function PlainText({ text }: { text: string }) {
  return text.split(AS_THEY_ARE).map((part, place) =>
    part === ESCAPE || part === RETURN ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <span key={place} className="escape-mark" title={part === RETURN ? 'carriage return' : 'escape'}>
        {part === RETURN ? 'CR' : 'ESC'}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      part !== '' && <MarkedText key={place} text={part} />
    ),
  )
}
