import type { Frame } from './frame.ts'
import { fitText, textWidth } from './label-text.ts'

const SIZE = 10

/** The foot's line: what the axis measures at the left, what is not drawn at the right. */
export function FootNotes({ frame, words, note }: { frame: Frame; words: string; note: string }) {
  const room = frame.right - frame.left
  const notes = note === '' ? 0 : Math.min(textWidth(note, SIZE) + 10, room * 0.65)
  return (
    <g>
      <text className="plot-word plot-axis-word" x={frame.left} y={frame.height - 6}>
        {fitText(words, room - notes, SIZE)}
      </text>
      {note !== '' && (
        <text className="plot-note plot-end" x={frame.right} y={frame.height - 6}>
          {fitText(note, notes, SIZE)}
        </text>
      )}
    </g>
  )
}
