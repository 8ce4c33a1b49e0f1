import { once } from 'node:events'
import { request } from 'node:http'
import { WebSocket } from 'ws'

/** What came back for a plain request. */
export interface Reply {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/**
 * Asks exactly as told: `fetch` would set Host itself and would tidy the path up.
 */
export function ask(port: number, path: string, options: { method?: string; headers?: Record<string, string> } = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port, agent: false, path, method: options.method ?? 'GET', headers: options.headers },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }))
      },
    )
    call.on('error', reject).end()
  })
}

/** Exchanges a printed address for its session cookie, as a browser does. */
export async function redeem(address: string): Promise<string> {
  const { port, pathname, search } = new URL(address)
  const { headers } = await ask(Number(port), `${pathname}${search}`)
  const [cookie] = headers['set-cookie'] ?? []
  if (!cookie) throw new Error('the address gave no session')
  return cookie.split(';')[0] ?? ''
}

/** A page's connection: the cookie from the printed address, and the WebSocket it opens with it. */
export async function openPage(address: string): Promise<{ cookie: string; websocket: globalThis.WebSocket }> {
  const { host } = new URL(address)
  const cookie = await redeem(address)
  const websocket = new WebSocket(`ws://${host}/rpc`, { headers: { Cookie: cookie }, origin: `http://${host}` })
  await once(websocket, 'open')
  // The client wants the browser's class; the package's has the same events and methods.
  return { cookie, websocket: websocket as unknown as globalThis.WebSocket }
}
