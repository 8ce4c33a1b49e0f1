import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../api/use-api.ts'
import { Button, Dialog, ErrorState, Field, formatCounted, Skeleton } from '../../widgets/index.ts'
import { useTrace } from '../trajectory/trace-context.ts'
import { spoken } from './logic/cover-message.ts'
import { openPlaces, type Place, pickPlace, type Selected } from './logic/pick-place.ts'
import { useEditSteps } from './use-edit-steps.ts'

const WORDS = ['[redacted]', '[name]', '[secret]'] as const

/** Most places one change takes; the host tells no more of a text. */
const MOST = 1000

/** What stands in the place of a text from now on, and whether in one place or wherever it stands. */
export function RedactDialog({ what, onClose }: { what: Selected | Place; onClose: () => void }) {
  const { id, edits } = useTrace()
  const { data, error, refetch } = usePlaces(id, what)
  const [words, setWords] = useState<string>('messageIndex' in what ? '[secret]' : WORDS[0])
  const [asked, ask] = useState<boolean | null>(null)
  const edit = useEditSteps()
  const places = data ? openPlaces(data, edits.redactions) : []
  const place = 'messageIndex' in what ? what : pickPlace(places, what)
  const isAll = asked ?? ('messageIndex' in what || place === null)
  const apply = async () => {
    const chosen = isAll || place === null ? places : [place]
    const done = await edit(
      chosen.map((at) => ({ kind: 'redact', redaction: { at, replacement: words } })),
      `Redacted ${formatCounted(chosen.length, 'place')}`,
    )
    if (done) onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Redact"
      description="The row stays as it is; what leaves has these words instead."
      actions={
        <Button kind="primary" disabled={places.length === 0 || words.trim() === ''} onClick={() => void apply()} data-first-focus>
          Redact {isAll ? formatCounted(places.length, 'place') : 'this place'}
        </Button>
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton lines={2} height={14} width={280} />
      ) : places.length === 0 ? (
        <p>Nowhere does the run say exactly this. Select less of it: text between control characters, or on one side of a fold.</p>
      ) : (
        <div className="redact">
          <span className="redact-words">
            {WORDS.map((one) => (
              <Button key={one} aria-pressed={words === one} onClick={() => setWords(one)}>
                {one}
              </Button>
            ))}
            <Field
              label="What stands there"
              isLabelHidden
              isMono
              value={words}
              maxLength={100}
              onChange={(event) => setWords(event.target.value)}
            />
          </span>
          <fieldset className="redact-where">
            <legend className="visually-hidden">Where</legend>
            <label>
              <input type="radio" className="radio" checked={!isAll} disabled={place === null} onChange={() => ask(false)} /> This place
              {place === null && <span className="muted">, which cannot be told from the others here</span>}
            </label>
            <label>
              <input type="radio" className="radio" checked={isAll} onChange={() => ask(true)} />{' '}
              {places.length === 1 ? 'The only place' : `All ${formatCounted(places.length, 'place')}`}
              {data.length === MOST && <span className="muted">, the first of more</span>}
            </label>
          </fieldset>
        </div>
      )}
    </Dialog>
  )
}

/** Every place of the text, asked for anew each time and forgotten at once: it may be a secret. */
function usePlaces(id: string, what: Selected | Place) {
  const api = useApi()
  return useQuery({
    queryKey: ['step', 'occurrences', { id, what }],
    queryFn: async ({ signal }) => {
      const text = 'messageIndex' in what ? await textOf(what) : what.text
      return api.step.occurrences({ id, text }, { signal })
    },
    gcTime: 0,
    staleTime: 0,
  })

  async function textOf({ messageIndex, field, call, start, end }: Place): Promise<string> {
    if (messageIndex === null || field === 'patch') {
      return (await api.example.patchText({ id, which: 'model', offset: start, limit: end - start })).text
    }
    const piece = await api.example.text({
      id,
      message: messageIndex,
      field,
      ...(call === null ? {} : { call }),
      offset: start,
      limit: end - start,
    })
    return field === 'arguments' ? spoken(piece.text) : piece.text
  }
}
