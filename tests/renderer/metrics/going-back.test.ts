import { beforeEach, describe, expect, it } from 'vitest'
import { isStaleAfter } from '../../../src/renderer/state/stale-calls.ts'
import { useView } from '../../../src/renderer/state/view-store.ts'

describe('the page’s selection', () => {
  beforeEach(() => useView.setState({ selection: {}, past: [] }))
  const { setSelection, goBack } = useView.getState()
  const brushed = { ranges: { traj_tokens: { min: 8000, max: 32000 } } }

  it('goes back change by change, and stays where it began', () => {
    setSelection({ text: 'gin' })
    setSelection(brushed)
    goBack()
    expect(useView.getState().selection).toEqual({ text: 'gin' })
    goBack()
    goBack()
    expect(useView.getState()).toMatchObject({ selection: {}, past: [] })
  })

  it('remembers no more than anybody goes back', () => {
    for (let i = 0; i < 80; i++) setSelection({ text: String(i) })
    expect(useView.getState().past).toHaveLength(50)
    goBack()
    expect(useView.getState().selection).toEqual({ text: '78' })
  })
})

describe('numbers over many examples', () => {
  it('are asked again after every change of rows, verdicts, decisions and workspace', () => {
    for (const change of ['examples', 'verdicts', 'decisions', 'workspace'] as const)
      expect(isStaleAfter(change, ['stats', 'histogram', {}]), change).toBe(true)
  })
})
