import { useQueryClient } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { useCapabilities } from '../api/use-host.ts'
import { navigate } from '../app/route.ts'
import { faultOf } from '../state/fault-of.ts'
import { dropWork } from '../state/running-work.ts'
import type { Workspace } from '../state/use-workspace.ts'
import { useView } from '../state/view-store.ts'
import { type AddInput, startAdding } from '../state/work-store.ts'
import { toast } from '../widgets/index.ts'
import { askForFile } from './file-dialog-store.ts'

/** The ways to open something, from whatever screen. */
export function useOpening() {
  const api = useApi()
  const client = useQueryClient()
  const { openDialog } = useCapabilities()

  const open = (input: AddInput) => {
    navigate({ screen: 'open' })
    startAdding(api, input)
  }

  const switchTo = async (path: string) => {
    try {
      const info = await api.workspace.open({ path })
      dropWork()
      useView.setState({ selection: {}, past: [], sort: null, cursor: null, cursorIndex: 0, scrollTop: 0 })
      client.setQueryData<Workspace>(['workspace', 'info'], info)
      await client.invalidateQueries()
      toast({ text: `Opened workspace ${info.name}` })
    } catch (error) {
      const { message, remedy } = faultOf(error)
      toast({ text: remedy ? `${message} ${remedy}` : message, tone: 'drop' })
    }
  }

  return {
    open,
    switchTo,
    /** Asks for a folder or file: the system's dialog, else the page's own. */
    pick: async (kind: 'folder' | 'file') => {
      if (!openDialog) return askForFile({ purpose: 'source', onTake: (path) => open({ source: path }) })
      const path = await openDialog(kind)
      if (path !== null) open({ source: path })
    },
    pickWorkspace: async () => {
      if (!openDialog) return askForFile({ purpose: 'workspace', onTake: (path) => void switchTo(path) })
      const path = await openDialog('workspace')
      if (path !== null) await switchTo(path)
    },
    openSample: async () => open({ source: (await api.workspace.info()).samplePath }),
  }
}
