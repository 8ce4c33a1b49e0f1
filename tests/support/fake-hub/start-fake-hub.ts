import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answer, Ask } from './answer.ts'
import { contentAnswer } from './content-answer.ts'
import { hubAnswer } from './hub-answer.ts'
import type { HubState } from './hub-state.ts'
import { readAsk } from './read-ask.ts'
import { ruleBook } from './rule-book.ts'
import { send } from './send.ts'
import { signedLinks } from './signed-links.ts'
import { failure, spoil } from './spoil.ts'
import type { FakeHub, FakeHubOptions, SeenRequest } from './types.ts'

/** The token a fake takes when none is given. */
export const FAKE_TOKEN = 'hf_fake_token'

/** Starts a Hub on the loopback address: its own host, and the one that its redirects name. */
export async function startFakeHub(options: FakeHubOptions): Promise<FakeHub> {
  const { repos, token = FAKE_TOKEN, pageSize = 1000, latency = 0, linkSeconds = 3600 } = options
  const { user = { name: 'curator' }, partBytes = Number.POSITIVE_INFINITY } = options
  const state: HubState = {
    ...{ repos: new Map(), token, user, pageSize, links: signedLinks(linkSeconds), url: '', contentUrl: '' },
    ...{ objects: new Map(), arrivals: new Map(), parts: new Map(), partBytes },
  }
  for (const repo of repos) state.repos.set(repo.id, repo)
  let seen: SeenRequest[] = []
  let book = ruleBook([])
  let watcher: Parameters<FakeHub['watch']>[0] = null

  const listener = (host: SeenRequest['host'], answerTo: (ask: Ask, state: HubState) => Answer | Promise<Answer>) =>
    async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const url = request.url ?? ''
      const method = request.method ?? 'GET'
      const one: SeenRequest = { host, method, url, range: null, hasToken: false, status: 0, bytes: 0, received: 0 }
      const early = book.before({ host, url })
      const length = Number(request.headers['content-length'] ?? 0)
      const ask = readAsk(request, async (bytes) => {
        const isHalf = one.received * 2 < length && (one.received + bytes) * 2 >= length
        one.received += bytes
        if (isHalf) await watcher?.('half', one)
        if (early?.kind !== 'reset' || one.received < (early.after ?? 0)) return
        request.socket.resetAndDestroy()
        throw new Error('The connection was reset before anything was done.')
      })
      Object.assign(one, { range: ask.range, hasToken: ask.token !== null })
      seen.push(one)
      await watcher?.('came', one)
      if (latency > 0) await pause(latency)
      const answer = early?.kind === 'status' ? failure(early.status, early.retryAfter) : await answerTo(ask, state)
      const chance = { host, url, answer }
      const mishap = early?.kind === 'status' ? null : book.next(chance)
      await watcher?.('done', one)
      await send(response, spoil(mishap, chance), mishap, one)
    }

  const hub = await listening(listener('hub', hubAnswer), options.port)
  const content = await listening(listener('content', contentAnswer))
  state.url = addressOf(hub)
  state.contentUrl = addressOf(content)
  return {
    url: state.url,
    contentUrl: state.contentUrl,
    requests: () => seen,
    totals: () => ({ requests: seen.length, bytes: seen.reduce((sum, { bytes }) => sum + bytes, 0) }),
    forgetRequests: () => {
      seen = []
    },
    misbehave: (...rules) => {
      book = ruleBook(rules)
    },
    put: (repo) => {
      state.repos.set(repo.id, repo)
    },
    repo: (id) => state.repos.get(id),
    arrivals: () => state.arrivals,
    watch: (look) => {
      watcher = look
    },
    close: async () => {
      await Promise.all([hub, content].map(closed))
    },
  }
}

async function listening(listen: (request: IncomingMessage, response: ServerResponse) => Promise<void>, port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    listen(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  // Connections end when a test says so, never because somebody paused.
  server.keepAliveTimeout = 0
  server.requestTimeout = 0
  await new Promise<void>((ready, failed) => server.once('error', failed).listen(port, '127.0.0.1', ready))
  return server
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
