import { Keyboard, Moon, Search, SlidersHorizontal, Sun, SunMoon } from 'lucide-react'
import { usePersonKeys } from '../keys/key-store.ts'
import { openLayer } from '../state/layer-store.ts'
import { useSettings } from '../state/use-settings.ts'
import type { Workspace } from '../state/use-workspace.ts'
import { ariaKeys, Chip, formatRevision, IconButton, Kbd } from '../widgets/index.ts'
import { Logo } from './logo.tsx'

const CHIPS_SHOWN = 2

/** What is open at the left; search, theme, settings and keys at the right. */
export function TopBar({ workspace }: { workspace: Workspace | undefined }) {
  const searchKeys = usePersonKeys('Mod+K')
  const helpKeys = usePersonKeys('?')
  const sources = workspace?.sources ?? []
  const shapes = [...new Set(sources.flatMap((source) => source.shapes))]
  return (
    <header className="top-bar">
      <Logo size={22} />
      <span className="top-name cut" title={workspace?.path}>
        {workspace?.name ?? ''}
      </span>
      {sources.slice(0, CHIPS_SHOWN).map((source) => (
        <Chip key={source.id} title={source.revision ? `${source.uri} @ ${source.revision}` : source.uri}>
          {shortUri(source.uri)} {source.revision !== null && <span className="mono">@{formatRevision(source.revision)}</span>}
        </Chip>
      ))}
      {sources.length > CHIPS_SHOWN && (
        <Chip title={sources.map((source) => source.uri).join('\n')}>+ {sources.length - CHIPS_SHOWN} sources</Chip>
      )}
      {shapes.length > 0 && (
        <Chip title={`Column layouts found: ${shapes.join(', ')}`}>
          {shapes.length > 2 ? `${shapes.length} shapes` : shapes.join(', ')}
        </Chip>
      )}
      <span className="grow" />
      <button type="button" className="search-button" aria-keyshortcuts={ariaKeys(searchKeys)} onClick={() => openLayer('palette')}>
        <Search size={13} aria-hidden />
        <span className="grow cut">Search, or run a command</span>
        <Kbd keys="Mod+K" />
      </button>
      <ThemeButton />
      <IconButton label="Settings" keys="Mod+," icon={<SlidersHorizontal size={15} aria-hidden />} onClick={() => openLayer('settings')} />
      <button
        type="button"
        className="help-button"
        aria-label="Keys"
        aria-keyshortcuts={ariaKeys(helpKeys)}
        onClick={() => openLayer('keys')}
      >
        {helpKeys.length > 0 ? <Kbd keys="?" /> : <Keyboard size={15} aria-hidden />}
      </button>
    </header>
  )
}

const NEXT_THEME = { dark: 'light', light: 'system', system: 'dark' } as const
const THEME_ICON = { dark: Moon, light: Sun, system: SunMoon }

function ThemeButton() {
  const { settings, change } = useSettings()
  const next = NEXT_THEME[settings.theme]
  const Icon = THEME_ICON[settings.theme]
  return (
    <IconButton
      label={`Theme: ${settings.theme}. Change to ${next}`}
      icon={<Icon size={15} aria-hidden />}
      onClick={() => change({ theme: next })}
    />
  )
}

/** A long path keeps its last two parts; addresses stay whole. */
function shortUri(uri: string): string {
  const parts = uri.split('/')
  return uri.includes('://') || parts.length < 4 ? uri : `…/${parts.slice(-2).join('/')}`
}
