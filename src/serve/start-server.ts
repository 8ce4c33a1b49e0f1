import { createServer, type Server } from 'node:http'
import type { Workbench } from '#workbench'
import { answer, type Door } from './answer.ts'
import { createGate } from './gate.ts'
import { listen } from './listen.ts'
import { serveContract } from './serve-contract.ts'

/** What the browser host is made from. */
export interface ServeOptions {
  workbench: Pick<Workbench, 'router'>
  /** The built page: the folder with index.html. */
  rendererDir: string
  /** A port asked for by number; null takes 4747 or, when that is taken, a free one. */
  port: number | null
}

/** A host that is up. */
export interface ServingHost {
  /** The address with its one-time token. */
  url: string
  port: number
  /** A fresh address, for another browser or after the first was used. */
  newUrl(): string
  /** Closes the sockets and the port; the workbench stays its owner's. */
  close(): Promise<void>
}

/** Starts the browser host on the loopback address. Throws a Fault when the asked port cannot be had. */
export async function startServer({ workbench, rendererDir, port: asked }: ServeOptions): Promise<ServingHost> {
  const door: Door = { gate: createGate(), port: 0, rendererDir }
  const server = createServer((request, response) => {
    answer(door, request, response).catch(() => response.destroy())
  })
  const endContract = serveContract(server, workbench, door)
  door.port = await listen(server, asked)
  const newUrl = (): string => `http://127.0.0.1:${door.port}/?token=${door.gate.newToken()}`
  return {
    url: newUrl(),
    port: door.port,
    newUrl,
    async close() {
      endContract()
      await closed(server)
    },
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
