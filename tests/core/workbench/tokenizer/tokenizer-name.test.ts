import { expect, test } from 'vitest'
import { tokenizerName } from '../../../../src/core/workbench/tokenizer/tokenizer-name.ts'

test.each([
  ['/models/Qwen3-8B/tokenizer.json', 'Qwen3-8B'],
  ['/models/glm-4.json', 'glm-4'],
  ['/models/GLM', 'GLM'],
  ['/tokenizer.json', 'tokenizer'],
  ['/hub/models--Qwen--Qwen3-8B/snapshots/0123abcd/tokenizer.json', 'Qwen3-8B'],
  ['/hub/models--gpt2/snapshots/0123abcd/tokenizer.json', 'gpt2'],
])('%s is called %s', (path, name) => {
  expect(tokenizerName(path)).toBe(name)
})
