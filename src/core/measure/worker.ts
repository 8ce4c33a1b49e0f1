import { parentPort, workerData } from 'node:worker_threads'
import { CheckCell } from './pool/check-cell.ts'
import { doTask } from './pool/do-task.ts'
import { READY } from './pool/measure-thread.ts'
import type { PoolTask } from './types.ts'

const cell = new CheckCell(workerData as SharedArrayBuffer)
parentPort?.on('message', (task: PoolTask) => parentPort?.postMessage(doTask(task, cell)))
parentPort?.postMessage(READY)
