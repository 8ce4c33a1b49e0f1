import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { formatCount } from '../widgets/index.ts'

/** The languages that pass, out of those the workspace has. None ticked lets all through. */
export function LanguageList({ value, onChange }: { value: readonly string[]; onChange: (value: string[]) => void }) {
  const api = useApi()
  const input = { selection: {} }
  const { data } = useQuery({ queryKey: ['example', 'facets', input], queryFn: () => api.example.facets(input) })
  const known = (data?.counts.language ?? []).map(({ value: language, count }) => ({ language: language || 'unknown', count }))
  const others = value.filter((language) => !known.some((one) => one.language === language))
  const all = [...known, ...others.map((language) => ({ language, count: 0 }))]
  const toggle = (language: string) => onChange(value.includes(language) ? value.filter((one) => one !== language) : [...value, language])
  return (
    <fieldset className="parameter">
      <legend>{value.length === 0 ? 'All languages pass. Tick some to let only those through' : 'Only these languages pass'}</legend>
      <div className="languages">
        {all.map(({ language, count }) => (
          <button
            key={language}
            type="button"
            className="language"
            aria-pressed={value.includes(language)}
            onClick={() => toggle(language)}
          >
            {language} <span className="language-count">{formatCount(count)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}
