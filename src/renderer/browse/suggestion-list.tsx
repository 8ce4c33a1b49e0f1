/** See {@link SuggestionList}. `active` is the place of the one the arrows are on, -1 for none. */
interface SuggestionListProps {
  id: string
  found: readonly string[]
  active: number
  onTake: (column: string) => void
}

/** Suggestions under the input they belong to, which keeps the focus. */
export function SuggestionList({ id, found, active, onTake }: SuggestionListProps) {
  return (
    <div id={id} role="listbox" aria-label="Columns" className="where-columns" hidden={found.length === 0} tabIndex={-1}>
      {found.map((column, i) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and takes the keys
        <div
          key={column}
          id={`${id}-${i}`}
          role="option"
          tabIndex={-1}
          aria-selected={i === active}
          className="where-column mono"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(column)}
        >
          {column}
        </div>
      ))}
    </div>
  )
}
