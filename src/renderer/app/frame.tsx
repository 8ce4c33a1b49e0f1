import { useEffect } from 'react'
import { useKeyDispatch } from '../keys/use-key-dispatch.ts'
import { useKeySettings } from '../keys/use-key-settings.ts'
import { KeysDialog, SettingsDialog } from '../settings/index.ts'
import { openLayer, useLayer } from '../state/layer-store.ts'
import { useResume } from '../state/use-resume.ts'
import { useUnsentWarning } from '../state/use-unsent-warning.ts'
import { useWatch } from '../state/use-watch.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { Toaster } from '../widgets/index.ts'
import { ConnectionBanner } from './connection-banner.tsx'
import { KeySheet } from './key-sheet.tsx'
import { Palette } from './palette.tsx'
import { Rail } from './rail.tsx'
import { useRoute } from './route.ts'
import { Screen } from './screen.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { TroubleBanner } from './trouble-banner.tsx'
import { useCommands } from './use-commands.ts'
import { useRouteFocus } from './use-route-focus.ts'
import { useTheme } from './use-theme.ts'

/** What stays: rail, bars, layers and keys around the screen of the route. */
export function Frame() {
  const route = useRoute()
  const { layer } = useLayer()
  const workspace = useWorkspace()
  const close = () => openLayer(null)
  useWatch()
  useResume()
  useTheme()
  useKeySettings()
  useKeyDispatch()
  useRouteFocus(route)
  useUnsentWarning()
  const commands = useCommands()
  useEffect(() => {
    document.title = [TITLES[route.screen], workspace.data?.name, 'Winnow'].filter(Boolean).join(' · ')
  }, [route.screen, workspace.data?.name])

  return (
    <div className="frame">
      <button type="button" className="skip-link" onClick={() => document.getElementById('main')?.focus()}>
        Skip to the screen
      </button>
      <TopBar workspace={workspace.data} />
      <Rail screen={route.screen} />
      <main id="main" className="main" tabIndex={-1}>
        <ConnectionBanner />
        <TroubleBanner />
        <div className="main-screen">
          <Screen route={route} />
        </div>
      </main>
      <StatusBar workspace={workspace.data} />
      <Palette isOpen={layer === 'palette'} onClose={close} commands={commands} />
      <KeySheet isOpen={layer === 'keys'} onClose={close} />
      <SettingsDialog />
      <KeysDialog isOpen={layer === 'settings-keys'} />
      <Toaster />
    </div>
  )
}

const TITLES = {
  open: 'Open',
  browse: 'Browse',
  metrics: 'Metrics',
  recipe: 'Recipe',
  review: 'Review',
  example: 'Example',
  siblings: 'Siblings',
  export: 'Export',
}
