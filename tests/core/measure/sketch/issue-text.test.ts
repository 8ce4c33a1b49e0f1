import { describe, expect, it } from 'vitest'
import { issueText } from '../../../../src/core/measure/sketch/issue-text.ts'
import { buildExample, type MessageSketch } from '../../../support/examples.ts'

const ISSUE = 'Legend is WRONG\n\n  as of 0.12:\n```\nplot()\n```'
const FOLDED = 'legend is wrong as of 0.12: ``` plot() ```'

const user = (content: string): MessageSketch => ({ role: 'user', content })
const issueOf = (...messages: MessageSketch[]) =>
  issueText(buildExample({ messages: [{ role: 'system', content: 'You are an agent.' }, ...messages] }))

describe('the issue', () => {
  const openHands = `<uploaded_files>\n/workspace/x\n</uploaded_files>\nConsider the following issue description:\n\n<issue_description>\n${ISSUE}\n</issue_description>\n\nCan you meet the <issue_description>?`
  const wrappers = {
    OpenHands: openHands,
    'OpenHands with calls as text': `Here's a running example.\n<issue_description>count</issue_description>\n--------------------- NEW TASK DESCRIPTION ---------------------\n${openHands}\n--------------------- END OF NEW TASK DESCRIPTION ---------------------\n`,
    'SWE-agent': `<uploaded_files>\n/testbed\n</uploaded_files>\nConsider the following PR description:\n\n<pr_description>\n${ISSUE}\n</pr_description>\n\nFollow these steps.`,
    'SWE-agent 0.x': `We're currently solving the following issue within our repository. Here's the issue text:\nISSUE:\n${ISSUE}\n\nINSTRUCTIONS:\nNow, you're going to solve this issue.`,
    'mini-swe-agent': `<pr_description>\nConsider the following PR description:\n${ISSUE}\n</pr_description>\n\n<instructions>\nYou fix it.\n</instructions>`,
    'mini-swe-agent 1.0': `Please solve this issue: ${ISSUE}\n\nYou can execute bash commands and edit files.`,
    'R2E-Gym': `<github_issue>\n[ISSUE]\n${ISSUE}\n[/ISSUE]\n</github_issue>\nSolve it.`,
  }

  it.each(Object.entries(wrappers))('is the same words under %s', (_, content) => {
    expect(issueOf(user(content))).toBe(FOLDED)
  })

  it('is not that of the demonstration before it', () => {
    const demonstration = `Here is a demonstration of how to correctly accomplish this task.\nISSUE:\nanother\n\nINSTRUCTIONS:\nGo.`
    expect(issueOf(user(demonstration), user(wrappers['SWE-agent 0.x']))).toBe(FOLDED)
  })

  it('goes on over closing words it quotes', () => {
    expect(issueOf(user('<issue>the tag </issue> is lost</issue> Fix it.'))).toBe('the tag </issue> is lost')
  })

  it('is the first user message where nothing wraps it', () => {
    expect(issueOf(user('Fix  the\tBUG'), { role: 'assistant', content: 'Done.' }, user('<issue>no</issue>'))).toBe('fix the bug')
  })

  it('is empty without a task', () => {
    expect(issueOf()).toBe('')
    expect(issueOf({ role: 'assistant', content: 'Hello.' })).toBe('')
  })
})
