import { useQueryClient } from '@tanstack/react-query'
import { useSettings } from '../state/use-settings.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { SavedField } from './saved-field.tsx'
import { TokenSetting } from './token-setting.tsx'

/** How the Hub is reached: address, proxy, token. */
export function HubSection() {
  const { settings, save } = useSettings()
  const client = useQueryClient()
  const hub = useWorkspace().data?.hub
  const keep = (part: 'hubUrl' | 'proxy') => async (value: string) => {
    await save({ [part]: value })
    await client.invalidateQueries({ queryKey: ['workspace', 'info'] })
  }
  return (
    <>
      <SavedField
        label="Address"
        placeholder="https://huggingface.co"
        hint={
          hub?.urlFrom === 'environment' ? (
            <>
              HF_ENDPOINT goes before this: <span className="mono">{hub.url}</span> is asked.
            </>
          ) : (
            'Empty for huggingface.co; or a mirror, or a Hub of your own.'
          )
        }
        value={settings.hubUrl}
        onSave={keep('hubUrl')}
      />
      <SavedField
        label="Proxy"
        placeholder="http://host:port"
        hint="Empty for what HTTPS_PROXY says, which goes before this where it is set."
        value={settings.proxy}
        onSave={keep('proxy')}
      />
      <TokenSetting from={hub?.tokenFrom ?? null} />
    </>
  )
}
