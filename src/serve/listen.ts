import type { Server } from 'node:http'
import { fault } from '#record'

/** Tried first, so that an ssh tunnel can be set up once and for all. */
export const DEFAULT_PORT = 4747

/** This machine alone; never configurable. */
const LOOPBACK = '127.0.0.1'

/**
 * Listens on the loopback address and returns the port. Without a port asked for: {@link DEFAULT_PORT}, or a free one when
 * that is taken. A port asked for by number that is taken or forbidden is a Fault.
 */
export async function listen(server: Server, asked: number | null): Promise<number> {
  try {
    return await listenAt(server, asked ?? DEFAULT_PORT)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (asked === null && code === 'EADDRINUSE') return listenAt(server, 0)
    throw portFault(asked ?? DEFAULT_PORT, code, error)
  }
}

function listenAt(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function portFault(port: number, code: string | undefined, cause: unknown) {
  const culprit = `port ${port}`
  if (code === 'EADDRINUSE') {
    return fault('conflict', `Port ${port} is taken by another program.`, {
      culprit,
      remedy: 'Leave --port out to get a free one, or name another.',
      cause,
    })
  }
  return fault('bad-input', `Port ${port} cannot be opened${code ? ` (${code})` : ''}.`, {
    culprit,
    remedy: 'Name a port from 1024 to 65535.',
    cause,
  })
}
