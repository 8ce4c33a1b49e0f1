import { beforeEach, expect, it } from 'vitest'
import { toast, useToasts } from '../../src/renderer/widgets/toast-store.ts'

const shown = () => useToasts.getState().toasts.map(({ text }) => text)

beforeEach(() => useToasts.setState({ toasts: [] }))

it('a message takes the place of the last, and failures stay beside it', () => {
  toast({ text: 'Accepted one' })
  toast({ text: 'Not saved', tone: 'drop' })
  toast({ text: 'Accepted two' })
  expect(shown()).toEqual(['Not saved', 'Accepted two'])
})

it('the same failure again stands once', () => {
  for (let presses = 0; presses < 4; presses++) toast({ text: 'Still loading', tone: 'drop' })
  toast({ text: 'Not saved', tone: 'drop' })
  expect(shown()).toEqual(['Still loading', 'Not saved'])
})
