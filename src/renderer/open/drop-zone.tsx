import { type DragEvent, type ReactNode, useState } from 'react'
import { useApi } from '../api/use-api.ts'
import { useCapabilities } from '../api/use-host.ts'
import { startAdding } from '../state/work-store.ts'
import { toast } from '../widgets/index.ts'

/** Takes a dropped file or folder. A browser keeps paths to itself, so there it says what to do instead. */
export function DropZone({ children }: { children: ReactNode }) {
  const api = useApi()
  const { pathOfFile } = useCapabilities()
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (!file) return
    const path = pathOfFile?.(file) ?? ''
    if (path !== '') startAdding(api, { source: path })
    else toast({ text: `A browser does not tell where “${file.name}” lies. Type its path, or pick it with File or Folder.`, tone: 'drop' })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way beside the field and the buttons
    <div
      className={isOver ? 'drop-zone drop-over' : 'drop-zone'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}
    </div>
  )
}
