/** Runs the built engine in a thread: Electron's `process.parentPort`, spoken over the thread's own port. */
import process from 'node:process'
import { parentPort, workerData } from 'node:worker_threads'

process.parentPort = {
  on: (name, listener) => parentPort.on(name, listener),
  postMessage: (message) => parentPort.postMessage(message),
}
await import(workerData)
