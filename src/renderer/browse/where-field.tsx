import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { faultOf } from '../state/fault-of.ts'
import { useView } from '../state/view-store.ts'
import { Button, Field } from '../widgets/index.ts'
import { setWords } from './edit-selection.ts'
import { SuggestionList } from './suggestion-list.tsx'
import { useSuggestions } from './use-suggestions.ts'

/** A condition over columns and measures. It is tried first; one that is wrong is told here and changes nothing. `isFocused`: it was just asked for. */
export function WhereField({ isFocused }: { isFocused: boolean }) {
  const api = useApi()
  const selection = useView((view) => view.selection)
  const setSelection = useView((view) => view.setSelection)
  const [typed, setTyped] = useState(selection.where ?? '')
  const [wrong, setWrong] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFocused) input.current?.focus()
  }, [isFocused])
  const apply = async (event: FormEvent) => {
    event.preventDefault()
    try {
      if (typed.trim() !== '') await api.example.page({ selection: { where: typed }, sort: null, offset: 0, limit: 1 })
      setWrong(null)
      setSelection(setWords(useView.getState().selection, 'where', typed))
    } catch (error) {
      setWrong(faultOf(error).message)
    }
  }
  const suggest = useSuggestions((text, caret) => {
    setTyped(text)
    requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret))
  })
  return (
    <form className="where" onSubmit={(event) => void apply(event)}>
      <div className="where-input grow">
        <Field
          ref={input}
          label="Expression"
          isLabelHidden
          isMono
          placeholder={'traj_tokens < 32000 and language in ["go", "python"]'}
          value={typed}
          error={wrong}
          {...suggest.field}
          onChange={(event) => {
            setTyped(event.target.value)
            suggest.look(event.target.value, event.target.selectionStart ?? event.target.value.length)
          }}
          onKeyDown={(event) => suggest.press(event, typed)}
        />
        <SuggestionList {...suggest.list} onTake={(column) => suggest.take(column, typed)} />
      </div>
      <Button type="submit">Filter</Button>
    </form>
  )
}
