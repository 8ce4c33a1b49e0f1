import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { assetOf } from './asset.ts'
import { hostProblem, sessionCookie, sessionOf } from './check-request.ts'
import type { Gate } from './gate.ts'
import { plainPage } from './plain-page.ts'
import { securityHeaders } from './security-headers.ts'

/** What answering needs to know of the host. */
export interface Door {
  gate: Gate
  port: number
  rendererDir: string
}

const NO_SESSION = 'This page opens from the address that winnow serve prints in the terminal.'
const USED_TOKEN =
  'This link was used before: each works once. Press Enter in the terminal where winnow serve runs to get a new one, or run winnow serve again.'

/** Answers one HTTP request: the token exchange, the page's files, or a plain refusal. Nothing of it is logged. */
export async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders(door.port))) if (value !== undefined) response.setHeader(name, value)
  response.setHeader('Cache-Control', 'no-store')
  const misdirected = hostProblem(request, door.port)
  if (misdirected) return refuse(response, 403, misdirected)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'Only GET is answered here.')
  const { pathname, searchParams } = new URL(`http://${request.headers.host}${request.url?.startsWith('/') ? request.url : '/'}`)
  const isOpen = door.gate.isOpen(sessionOf(request, door.port))
  const token = pathname === '/' ? searchParams.get('token') : null
  if (token !== null && isOpen) return redirectHome(response)
  if (token !== null) return exchange(door, request, response, token)
  if (!isOpen) return refuse(response, 403, NO_SESSION)
  await sendAsset(door, request, response, pathname)
}

/** A HEAD must not use the token up: link previews and scanners send it. */
function exchange({ gate, port }: Door, { method }: IncomingMessage, response: ServerResponse, token: string): void {
  const session = method === 'GET' ? gate.redeem(token) : null
  if (session === null) refuse(response, 403, USED_TOKEN)
  else {
    response.setHeader('Set-Cookie', `${sessionCookie(port)}=${session}; Path=/; HttpOnly; SameSite=Strict`)
    redirectHome(response)
  }
}

/** Leaves the token out of the address bar, the history and every Referer. */
function redirectHome(response: ServerResponse): void {
  response.writeHead(303, { Location: '/' }).end()
}

async function sendAsset({ rendererDir }: Door, { method }: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
  const asset = assetOf(rendererDir, pathname)
  const body = asset && (await readFile(asset.path).catch(() => null))
  if (!asset || !body) return refuse(response, 404, 'There is nothing here.')
  response.writeHead(200, { 'Content-Type': asset.type, 'Cache-Control': asset.cacheControl, 'Content-Length': body.length })
  response.end(method === 'HEAD' ? undefined : body)
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(plainPage(message))
}
