import { Plus, RotateCcw, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { KeyAction } from '../../keys/catalogue.ts'
import { IconButton, KbdOf, keyParts } from '../../widgets/index.ts'
import { useRecorder } from './use-recorder.ts'

/** One of Winnow's keys: what it does, the keys that stand for it, and ways to change them. */
export function KeyRow({ own, actions, keys, isChanged, onChange }: KeyRowProps) {
  const [wrong, setWrong] = useState<string | null>(null)
  const change = (next: readonly string[] | null) => setWrong(onChange(next))
  const [first, ...others] = [...new Set(actions.map(({ name }) => name))]
  const put = (key: string, at: number) => change([...new Set([...keys.slice(0, at), key, ...keys.slice(at + 1)])])
  return (
    <li className="key-row">
      <span className="key-row-name">
        {first} {others.length > 0 && <span className="faint">· {others.join(' · ')}</span>}
      </span>
      <span className="key-row-keys">
        {keys.length === 0 && <span className="faint">off</span>}
        {keys.map((key, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key that takes another's place takes its control too, and with it the focus
          <span key={i} className="key-set">
            <RecordButton label={`Change ${spoken(key)} of ${first}`} onKey={(pressed) => put(pressed, i)}>
              <KbdOf keys={key} />
            </RecordButton>
            <IconButton
              label={`Remove ${spoken(key)} of ${first}`}
              icon={<X size={12} aria-hidden />}
              onClick={(event) => {
                focusAdd(event.currentTarget)
                change(keys.filter((one) => one !== key))
              }}
            />
          </span>
        ))}
        <RecordButton isAdd label={`Add a key for ${first}`} onKey={(pressed) => put(pressed, keys.length)}>
          <Plus size={13} aria-hidden />
        </RecordButton>
        <IconButton
          label={`Reset ${first} to ${keyWords(own)}`}
          icon={<RotateCcw size={12} aria-hidden />}
          aria-disabled={!isChanged || undefined}
          onClick={() => isChanged && change(null)}
        />
      </span>
      {wrong !== null && (
        <span className="field-note field-error key-row-wrong" role="alert">
          {wrong}
        </span>
      )}
    </li>
  )
}

/** See {@link KeyRow}. `onChange` keeps other keys, null the preset's, and says why it cannot. */
export interface KeyRowProps {
  own: string
  actions: readonly KeyAction[]
  keys: readonly string[]
  isChanged: boolean
  onChange: (keys: readonly string[] | null) => string | null
}

/** What is removed takes the focus with it: it goes on beside. */
function focusAdd(removed: Element): void {
  removed.closest('li')?.querySelector<HTMLElement>('[data-add]')?.focus()
}

interface RecordButtonProps {
  label: string
  /** It adds a key and stands for none. */
  isAdd?: boolean
  onKey: (key: string) => void
  children: ReactNode
}

function RecordButton({ label, isAdd = false, onKey, children }: RecordButtonProps) {
  const recorder = useRecorder(onKey)
  return (
    <button
      type="button"
      className={recorder.isRecording ? 'key-record key-recording' : 'key-record'}
      aria-label={recorder.isRecording ? `${label}: press a key` : label}
      title={label}
      data-add={isAdd || undefined}
      onClick={recorder.isRecording ? undefined : recorder.start}
      onKeyDown={recorder.press}
      onBlur={recorder.stop}
    >
      {recorder.isRecording ? (recorder.pending === null ? 'press a key' : `${keyWords(recorder.pending)} …`) : children}
    </button>
  )
}

const keyWords = (key: string) => keyParts(key).join(' ')

const SPOKEN: Record<string, string> = {
  '↑': 'up',
  '↓': 'down',
  '←': 'left',
  '→': 'right',
  '⌫': 'Backspace',
  '[': 'left bracket',
  ']': 'right bracket',
}

/** A key in words that are read out. */
function spoken(key: string): string {
  return keyParts(key)
    .map((part) => SPOKEN[part] ?? part)
    .join(' ')
}
