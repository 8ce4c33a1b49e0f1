import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { facetsQuery } from '../../browse/facets-query.ts'
import { formatCount } from '../../widgets/index.ts'

/** Languages out of those the workspace has. `legend` null: those that pass, none ticked lets all through. */
export function LanguageList({ value, legend, onChange }: LanguageListProps) {
  const api = useApi()
  const { data } = useQuery(facetsQuery(api, {}))
  const known = (data?.counts.language ?? []).map(({ value: language, count }) => ({ language: language || 'unknown', count }))
  const others = value.filter((language) => !known.some((one) => one.language === language))
  const all = [...known, ...others.map((language) => ({ language, count: 0 }))]
  const toggle = (language: string) => onChange(value.includes(language) ? value.filter((one) => one !== language) : [...value, language])
  return (
    <fieldset className="parameter-set">
      <legend>
        {legend ?? (value.length === 0 ? 'All languages pass. Tick some to let only those through' : 'Only these languages pass')}
      </legend>
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

/** See {@link LanguageList}. */
export interface LanguageListProps {
  value: readonly string[]
  legend: string | null
  onChange: (value: string[]) => void
}
