import { expect, test } from 'vitest'
import { nameQuestions } from '../../../src/renderer/reviewing/logic/name-questions.ts'

test('ids are asked for together, each once, quoted', () => {
  expect(nameQuestions(['a', 'b"c', 'a'])).toEqual(['id in ["a", "b\\"c"]'])
  expect(nameQuestions([])).toEqual([])
})

test('no question is longer than the host takes, and every id is in one', () => {
  const ids = Array.from({ length: 1000 }, (_, i) => `${i}-${'x'.repeat(40)}`)
  const questions = nameQuestions([...ids, 'y'.repeat(20_000)])
  for (const question of questions) expect(question.length).toBeLessThan(10_000)
  for (const id of ids) expect(questions.some((question) => question.includes(`"${id}"`))).toBe(true)
})
