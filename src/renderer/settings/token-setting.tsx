import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useCapabilities } from '../api/use-host.ts'
import type { Workspace } from '../state/use-workspace.ts'
import { Button, Field, Tag, toast } from '../widgets/index.ts'

type TokenFrom = Workspace['hub']['tokenFrom']

/** Whether there is a token, and where the host can keep one, a way to give and to forget it. The page never sees one that is kept. */
export function TokenSetting({ from }: { from: TokenFrom }) {
  const { saveToken } = useCapabilities()
  return (
    <div className="settings-line">
      <span className="field-label">Token</span>
      <p className="token-state">
        {from === null ? <Tag>none</Tag> : <Tag tone="keep">✓ {from === 'environment' ? 'HF_TOKEN is set' : 'in the keychain'}</Tag>}
        <span className="muted">{stateWords(from, saveToken !== null)}</span>
      </p>
      {saveToken && from !== 'environment' && <TokenForm saveToken={saveToken} isKept={from === 'keychain'} />}
    </div>
  )
}

function stateWords(from: TokenFrom, canKeep: boolean): string {
  if (from === 'environment') return 'It goes before any token kept here, and only ever to the address above.'
  if (from === 'keychain') return 'It goes only ever to the address above.'
  if (canKeep) return 'Gated and private datasets need one. It is kept in the keychain of this system.'
  return 'Gated and private datasets need one: set HF_TOKEN before starting winnow serve.'
}

/** The token is read from the field when it is saved, and the field is emptied: it never becomes state of the page. */
function TokenForm({ saveToken, isKept }: { saveToken: NonNullable<ReturnType<typeof useCapabilities>['saveToken']>; isKept: boolean }) {
  const client = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const keep = async (token: string | null) => {
    setBusy(true)
    const answer = await saveToken(token).catch(() => ({ kind: 'refused' as const, reason: 'The desktop did not answer. Try again.' }))
    setBusy(false)
    setWrong(answer.kind === 'refused' ? answer.reason : null)
    if (answer.kind === 'refused') return
    if (input.current) input.current.value = ''
    toast({ text: token === null ? 'Forgot the token' : 'Kept the token' })
    await client.invalidateQueries({ queryKey: ['workspace', 'info'] })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const token = input.current?.value.trim() ?? ''
    if (token === '') setWrong('Paste a token first: it begins with hf_.')
    else void keep(token)
  }
  return (
    <form className="token-form" onSubmit={submit}>
      <Field ref={input} className="grow" type="password" label="Token of the Hub" isLabelHidden isMono placeholder="hf_…" error={wrong} />
      <Button type="submit" isBusy={isBusy}>
        Save
      </Button>
      {isKept && (
        <Button kind="ghost" isBusy={isBusy} onClick={() => void keep(null)}>
          Forget
        </Button>
      )}
    </form>
  )
}
