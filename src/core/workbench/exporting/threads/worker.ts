import { parentPort } from 'node:worker_threads'
import { toFault } from '#record'
import { doTask } from './do-task.ts'
import { handedOver } from './handed-over.ts'
import type { ExportTask, ThreadNews } from './task.ts'

const tell = (news: ThreadNews, handed: ArrayBuffer[] = []): void => parentPort?.postMessage(news, handed)

parentPort?.on('message', (task: ExportTask) => {
  doTask(task).then(
    (answer) => tell({ kind: 'done', answer }, handedOver(answer)),
    (error: unknown) => tell({ kind: 'fault', fault: toFault(error) }),
  )
})
tell({ kind: 'ready' })
