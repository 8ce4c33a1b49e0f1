import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

const handlers = new Map<string, (event: unknown, payload: unknown) => unknown>()

vi.mock('electron', () => ({
  app: { isPackaged: true, on: vi.fn() },
  ipcMain: {
    handle: (channel: string, handler: (event: unknown, payload: unknown) => unknown) => handlers.set(channel, handler),
    removeHandler: (channel: string) => handlers.delete(channel),
  },
}))

const { handle, isTrustedSender } = await import('../../src/main/handle.ts')

type Sender = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>

function buildWindow() {
  let onClosed = (): void => undefined
  const window = { webContents: {}, once: (_event: string, listener: () => void) => (onClosed = listener) } as unknown as BrowserWindow
  return { window, close: () => onClosed() }
}

function eventFrom(
  window: BrowserWindow,
  frame: { url: string; parent: unknown } | null = { url: 'winnow://app/#/browse', parent: null },
): Sender {
  return { sender: window.webContents, senderFrame: frame } as unknown as Sender
}

beforeEach(() => handlers.clear())

describe('isTrustedSender', () => {
  const { window } = buildWindow()

  it('trusts the page in the top frame of its window', () => expect(isTrustedSender(eventFrom(window), window)).toBe(true))

  it.each([
    ['a frame inside the page', eventFrom(window, { url: 'winnow://app/', parent: {} })],
    ['another address', eventFrom(window, { url: 'https://evil.example/', parent: null })],
    ['a frame that has gone', eventFrom(window, null)],
    ['another window', eventFrom(buildWindow().window)],
  ])('does not trust %s', (_who, event) => expect(isTrustedSender(event, window)).toBe(false))
})

describe('handle', () => {
  const call = (event: Sender, payload: unknown) => handlers.get('test')?.(event, payload)

  it('does the work for the page, with a payload that fits', () => {
    const { window } = buildWindow()
    handle(window, 'test', z.string(), (text) => text.toUpperCase())
    expect(call(eventFrom(window), 'hi')).toBe('HI')
  })

  it('refuses strangers and payloads that do not fit, before any work', () => {
    const { window } = buildWindow()
    const work = vi.fn()
    handle(window, 'test', z.string(), work)
    expect(() => call(eventFrom(window, { url: 'file:///x.html', parent: null }), 'hi')).toThrow('refused')
    expect(() => call(eventFrom(window), { toString: 'hi' })).toThrow()
    expect(work).not.toHaveBeenCalled()
  })

  it('ends with its window', () => {
    const { window, close } = buildWindow()
    handle(window, 'test', z.string(), String)
    close()
    expect(handlers.size).toBe(0)
  })
})
