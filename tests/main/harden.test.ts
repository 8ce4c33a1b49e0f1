import { EventEmitter } from 'node:events'
import { describe, expect, it, vi } from 'vitest'

const { app } = vi.hoisted(() => ({ app: { isPackaged: true, on: vi.fn() } }))
vi.mock('electron', () => ({ app }))

const { hardenEveryPage } = await import('../../src/main/harden.ts')
hardenEveryPage()

/** What was registered with the application for an event. */
function listenerOf(name: string): (...args: unknown[]) => void {
  const found = app.on.mock.calls.find(([event]) => event === name)
  if (!found) throw new Error(`nothing listens to ${name}`)
  return found[1]
}

class FakeContents extends EventEmitter {
  open: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: FakeContents['open']): void {
    this.open = handler
  }
}

function buildContents(): FakeContents {
  const contents = new FakeContents()
  listenerOf('web-contents-created')({}, contents)
  return contents
}

/** True when the page was kept from going there. */
function isHeld(name: string, url: string): boolean {
  const event = { url, preventDefault: vi.fn() }
  buildContents().emit(name, event)
  return event.preventDefault.mock.calls.length > 0
}

describe('every page', () => {
  it.each(['will-navigate', 'will-redirect'])('stays at home on %s', (name) => {
    expect(isHeld(name, 'winnow://app/#/browse')).toBe(false)
    for (const url of ['https://evil.example/', 'file:///etc/passwd', 'winnow://other/']) expect(isHeld(name, url)).toBe(true)
  })

  it('opens no window and embeds no page', () => {
    expect(buildContents().open({ url: 'https://evil.example/' })).toEqual({ action: 'deny' })
    expect(isHeld('will-attach-webview', '')).toBe(true)
  })

  it('is granted copying and nothing else', () => {
    const created = { setPermissionRequestHandler: vi.fn(), setPermissionCheckHandler: vi.fn() }
    listenerOf('session-created')(created)
    const [request] = created.setPermissionRequestHandler.mock.calls[0] ?? []
    const [check] = created.setPermissionCheckHandler.mock.calls[0] ?? []
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fileSystem']) {
      const answer = vi.fn()
      request({}, permission, answer)
      expect(answer).toHaveBeenCalledWith(false)
      expect(check({}, permission)).toBe(false)
    }
    expect(check({}, 'clipboard-sanitized-write')).toBe(true)
  })
})
