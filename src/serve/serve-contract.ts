import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import type { Workbench } from '#workbench'
import type { Door } from './answer.ts'
import { hostProblem, originProblem, sessionOf } from './check-request.ts'

/** Requests are small; what is larger is not the page's. */
const LARGEST_REQUEST = 4 * 1024 * 1024

/** Offers the contract at `/rpc` to pages that hold a session. Returns how to end it: every socket is closed. */
export function serveContract(server: Server, { router }: Pick<Workbench, 'router'>, door: Door): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_REQUEST })
  const handler = new RPCHandler(router)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const problem = upgradeProblem(request, door)
    if (problem) return refuseUpgrade(socket, problem)
    sockets.handleUpgrade(request, socket, head, (page) => {
      page.on('error', () => page.terminate())
      handler.upgrade(page).catch(() => page.terminate())
    })
  })
  return () => {
    for (const page of sockets.clients) page.close(1001, 'Winnow is closing')
    sockets.close()
    // A page that does not answer the closing handshake must not hold the process.
    setTimeout(() => {
      for (const page of sockets.clients) page.terminate()
    }, 500).unref()
  }
}

function upgradeProblem(request: IncomingMessage, { gate, port }: Door): string | null {
  if (request.url !== '/rpc') return 'There is nothing here.'
  const problem = hostProblem(request, port) ?? originProblem(request)
  if (problem) return problem
  return gate.isOpen(sessionOf(request, port)) ? null : 'This page has no session.'
}

function refuseUpgrade(socket: Duplex, message: string): void {
  socket.end(
    `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
  )
}
