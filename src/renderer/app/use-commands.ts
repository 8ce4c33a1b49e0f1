import { useEffect, useRef } from 'react'
import type { Command as MenuCommand } from '../api/host-capabilities.ts'
import { useApi } from '../api/use-api.ts'
import { useCapabilities } from '../api/use-host.ts'
import { askToDecideAll } from '../bulk/index.ts'
import { useKeys } from '../keys/use-keys.ts'
import { useOpening } from '../open/use-opening.ts'
import { useReviewCommands } from '../reviewing/index.ts'
import { openLayer } from '../state/layer-store.ts'
import { askToMeasure } from '../state/measure-question.ts'
import { cancelWork } from '../state/running-work.ts'
import { useDecide } from '../state/use-decide.ts'
import { useReport } from '../state/use-report.ts'
import { useSettings } from '../state/use-settings.ts'
import { useView } from '../state/view-store.ts'
import { startAdding } from '../state/work-store.ts'
import { toast } from '../widgets/index.ts'
import { moveArea } from './move-area.ts'
import { navigate, routeFromHash } from './route.ts'
import { useReview } from './use-review.ts'

/** Something the frame can do from anywhere: a key, a line of the palette, perhaps a menu item. */
export interface Command {
  name: string
  group: string
  key?: string
  run: () => void
}

/** The frame's commands; registers their keys and answers the native menu where there is one. */
export function useCommands(): readonly Command[] {
  const review = useReview()
  const { undo, redo } = useDecide()
  const { settings, change } = useSettings()
  const opening = useOpening()
  const report = useReport()
  const saveExample = () => {
    const route = routeFromHash(window.location.hash)
    if (route.screen === 'example') void report({ kind: 'example', id: route.id })
    else toast({ text: 'Open an example first.' })
  }
  const goMeasure = () => {
    if (routeFromHash(window.location.hash).screen !== 'metrics') navigate({ screen: 'browse' })
    askToMeasure()
  }
  const goDecideAll = () => {
    navigate({ screen: 'browse' })
    askToDecideAll()
  }
  const commands: Command[] = [
    { name: 'Search, or run a command', group: 'Everywhere', key: 'Mod+K', run: () => openLayer('palette') },
    { name: 'Keys', group: 'Everywhere', key: '?', run: () => openLayer('keys') },
    { name: 'Open', group: 'Go to', key: 'g 1', run: () => navigate({ screen: 'open' }) },
    { name: 'Browse', group: 'Go to', key: 'g 2', run: () => navigate({ screen: 'browse' }) },
    { name: 'Metrics', group: 'Go to', key: 'g 3', run: () => navigate({ screen: 'metrics' }) },
    { name: 'Recipe', group: 'Go to', key: 'g 4', run: () => navigate({ screen: 'recipe' }) },
    { name: 'Review', group: 'Go to', key: 'g 5', run: () => navigate({ screen: 'review' }) },
    { name: 'Review the next undecided example', group: 'Go to', run: () => void review() },
    { name: 'Export', group: 'Go to', key: 'g 6', run: () => navigate({ screen: 'export' }) },
    { name: 'Undo the last decision', group: 'Everywhere', key: 'Mod+Z', run: () => void undo() },
    { name: 'Redo the decision taken back', group: 'Everywhere', key: 'Mod+Shift+Z', run: () => void redo() },
    { name: 'Next area', group: 'Everywhere', key: 'F6', run: () => moveArea(false) },
    { name: 'Previous area', group: 'Everywhere', key: 'Shift+F6', run: () => moveArea(true) },
    { name: 'Cancel the running work', group: 'Everywhere', key: 'Escape', run: () => void cancelWork() },
    { name: 'Measure this selection', group: 'Browse', run: goMeasure },
    { name: 'Decide about all of them', group: 'Decide', run: goDecideAll },
    ...useReviewCommands(),
    { name: 'Save this example as HTML', group: 'Reports', run: saveExample },
    {
      name: 'Save a decision sheet of this selection',
      group: 'Reports',
      run: () => void report({ kind: 'decisions', selection: useView.getState().selection }),
    },
    { name: 'Open a folder', group: 'Sources', run: () => void opening.pick('folder') },
    { name: 'Open a file', group: 'Sources', run: () => void opening.pick('file') },
    { name: 'Open the sample', group: 'Sources', run: () => void opening.openSample() },
    { name: 'Dark theme', group: 'Look', run: () => change({ theme: 'dark' }) },
    { name: 'Light theme', group: 'Look', run: () => change({ theme: 'light' }) },
    { name: 'Theme of the system', group: 'Look', run: () => change({ theme: 'system' }) },
    {
      name: settings.singleKeys ? 'Switch single keys off' : 'Switch single keys on',
      group: 'Look',
      run: () => change({ singleKeys: !settings.singleKeys }),
    },
    {
      name: settings.isBlind ? 'Switch blind review off' : 'Switch blind review on',
      group: 'Decide',
      run: () => change({ isBlind: !settings.isBlind }),
    },
    { name: 'Settings', group: 'Look', key: 'Mod+,', run: () => openLayer('settings') },
    { name: 'Change keys', group: 'Look', run: () => openLayer('settings-keys') },
    { name: 'Reasons and blind review', group: 'Look', run: () => openLayer('settings-review') },
    { name: 'Tokenizer settings', group: 'Look', run: () => openLayer('settings-tokens') },
    { name: 'Hub settings', group: 'Look', run: () => openLayer('settings-hub') },
  ]
  useKeys(commands.flatMap(({ name, group, key, run }) => (key === undefined ? [] : [{ name, group, key, run }])))
  useMenu(undo)
  return commands
}

/** Carries out the native menu's items. */
function useMenu(undo: () => Promise<unknown>): void {
  const { onCommand } = useCapabilities()
  const api = useApi()
  const opening = useOpening()
  const { change } = useSettings()
  const carryOut = (command: MenuCommand) => {
    switch (command.name) {
      case 'open-folder':
        return void opening.pick('folder')
      case 'open-file':
        return void opening.pick('file')
      case 'open-workspace':
        return void opening.pickWorkspace()
      case 'open-source':
        navigate({ screen: 'open' })
        return startAdding(api, { source: command.path })
      case 'switch-workspace':
        return void opening.switchTo(command.path)
      case 'export':
        return navigate({ screen: 'export' })
      case 'undo':
        return void undo()
      case 'help':
        return openLayer('keys')
      case 'theme':
        return change({ theme: command.theme })
    }
  }
  const latest = useRef(carryOut)
  latest.current = carryOut
  useEffect(() => onCommand((command) => latest.current(command)), [onCommand])
}
