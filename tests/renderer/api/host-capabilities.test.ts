import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Bridge } from '../../../src/preload/bridge.ts'
import { type Command, hostCapabilities } from '../../../src/renderer/api/host-capabilities.ts'

class FakeElement {
  isContentEditable = false
}
class FakeInput extends FakeElement {}
class FakeTextArea extends FakeElement {}

/** A bridge whose menu the test works, on a page where `active` has the focus. */
function build(active: FakeElement | null) {
  const execCommand = vi.fn()
  vi.stubGlobal('HTMLElement', FakeElement)
  vi.stubGlobal('HTMLInputElement', FakeInput)
  vi.stubGlobal('HTMLTextAreaElement', FakeTextArea)
  vi.stubGlobal('document', { activeElement: active, execCommand })
  let choose = (_command: Command): void => undefined
  const bridge = {
    onCommand: (listener: (command: Command) => void) => {
      choose = listener
      return () => undefined
    },
  } as unknown as Bridge
  const heard: Command[] = []
  hostCapabilities(bridge).onCommand((command) => heard.push(command))
  return { heard, execCommand, choose: (command: Command) => choose(command) }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('what a host can do', () => {
  it('is nothing beyond the contract in a browser', () => {
    const { onCommand, ...abilities } = hostCapabilities(undefined)
    expect(Object.values(abilities)).toEqual([null, null, null, null, null])
    expect(onCommand(() => undefined)()).toBeUndefined()
  })

  it('takes a decision back when the menu says Undo', () => {
    const { heard, execCommand, choose } = build(new FakeElement())
    choose({ name: 'undo' })
    expect(heard).toEqual([{ name: 'undo' }])
    expect(execCommand).not.toHaveBeenCalled()
  })

  it.each([
    ['a field', new FakeInput()],
    ['a note', new FakeTextArea()],
    ['an editor', Object.assign(new FakeElement(), { isContentEditable: true })],
  ])('takes typing back while a person types in %s', (_where, active) => {
    const { heard, execCommand, choose } = build(active)
    choose({ name: 'undo' })
    expect(heard).toEqual([])
    expect(execCommand).toHaveBeenCalledWith('undo')
  })

  it('hands every other command on, typing or not', () => {
    const { heard, choose } = build(new FakeInput())
    choose({ name: 'help' })
    expect(heard).toEqual([{ name: 'help' }])
  })
})
