import { describe, expect, it, vi } from 'vitest'

vi.mock('electron', () => ({ utilityProcess: {} }))

const { workspaceArgument } = await import('../../src/main/fork-engine.ts')

describe('workspaceArgument', () => {
  it.each([
    [['electron', '.', '--workspace', '/w'], '/w'],
    [['electron', '.', '--workspace=/w'], '/w'],
    [['electron', '.', '--workspace='], null],
    [['electron', '.', '--workspace'], null],
    [['electron', '.', '/w'], null],
  ])('of %j is %s', (argv, expected) => expect(workspaceArgument(argv)).toBe(expected))
})
