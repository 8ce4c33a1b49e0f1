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
import { spoil } from './spoil.ts'
import type { FakeHub, FakeHubOptions, SeenRequest } from './types.ts'

/** The token a fake takes when none is given. */
export const FAKE_TOKEN = 'hf_fake_token'

/** Starts a Hub on the loopback address: its own host, and the one that its redirects name. */
export async function startFakeHub(options: FakeHubOptions): Promise<FakeHub> {
  const { repos, token = FAKE_TOKEN, pageSize = 1000, latency = 0, linkSeconds = 3600 } = options
  const state: HubState = { repos: new Map(), token, pageSize, links: signedLinks(linkSeconds), url: '', contentUrl: '' }
  for (const repo of repos) state.repos.set(repo.id, repo)
  let seen: SeenRequest[] = []
  let book = ruleBook([])

  const listener = (host: SeenRequest['host'], answerTo: (ask: Ask, state: HubState) => Answer | Promise<Answer>) =>
    async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
      const ask = readAsk(request)
      const url = request.url ?? ''
      const one: SeenRequest = { host, method: ask.method, url, range: ask.range, hasToken: ask.token !== null, status: 0, bytes: 0 }
      seen.push(one)
      if (latency > 0) await pause(latency)
      const chance = { host, url, answer: await answerTo(ask, state) }
      const mishap = book.next(chance)
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
