import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { SuggestionList } from '../../browse/suggestion-list.tsx'
import { useSuggestions } from '../../browse/use-suggestions.ts'
import { faultOf } from '../../state/fault-of.ts'
import { useDebounced } from '../../state/use-debounced.ts'
import { Field } from '../../widgets/index.ts'
import { faultCharacter } from '../fault-lines.ts'

/** A condition over columns and measures, tried while it is typed: what is wrong is told with the character where it is. */
export function ConditionField({ label, help, value, onChange }: ConditionFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value
  const wrong = useWrong(text)
  const put = (next: string) => {
    setTyped(next)
    onChange(next)
  }
  const suggest = useSuggestions((next, caret) => {
    put(next)
    requestAnimationFrame(() => input.current?.setSelectionRange(caret, caret))
  })
  const at = wrong === null ? null : faultCharacter(wrong)
  return (
    <div className="condition">
      <Field
        ref={input}
        label={label}
        hint={help}
        error={wrong === null ? null : shortened(wrong)}
        isMono
        value={text}
        {...suggest.field}
        onBlur={() => {
          suggest.field.onBlur()
          setTyped(null)
        }}
        onChange={(event) => {
          put(event.target.value)
          suggest.look(event.target.value, event.target.selectionStart ?? event.target.value.length)
        }}
        onKeyDown={(event) => suggest.press(event, text)}
      />
      <SuggestionList {...suggest.list} onTake={(column) => suggest.take(column, text)} />
      {at !== null && (
        <p className="condition-place mono" aria-hidden>
          {text.slice(Math.max(0, at - BEFORE), at)}
          <mark>{text.slice(at, at + 1) || ' '}</mark>
          {text.slice(at + 1, at + 1 + BEFORE)}
        </p>
      )}
    </div>
  )
}

/** See {@link ConditionField}. */
export interface ConditionFieldProps {
  label: string
  help: string
  value: string
  onChange: (value: string) => void
}

/** Characters shown around the one at fault. */
const BEFORE = 28

/** A message may go on to name every column there is; the suggestions do that. */
const MOST = 160

function shortened(message: string): string {
  return message.length > MOST ? `${message.slice(0, MOST)}…` : message
}

/** What is wrong with a condition, null where nothing is or nothing is known yet. */
function useWrong(text: string): string | null {
  const api = useApi()
  const where = useDebounced(text.trim(), 250)
  const input = { selection: { where }, sort: null, offset: 0, limit: 1 }
  const tried = useQuery({ queryKey: ['example', 'page', input], queryFn: () => api.example.page(input), enabled: where !== '' })
  if (text.trim() === '') return 'A condition is needed here, such as patch_churn > 2000 and test_runs == 0'
  return where === text.trim() && tried.isError ? faultOf(tried.error).message : null
}
