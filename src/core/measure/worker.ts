import { parentPort } from 'node:worker_threads'
import { measureJob } from './measure-job.ts'
import { READY } from './pool/measure-thread.ts'
import type { MeasureJob } from './types.ts'

parentPort?.on('message', (job: MeasureJob) => parentPort?.postMessage(measureJob(job)))
parentPort?.postMessage(READY)
