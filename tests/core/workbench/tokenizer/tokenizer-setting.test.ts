import { expect, test } from 'vitest'
import { DEFAULT_TOKENIZER } from '#measure'
import { settingOf, tokenizerOf } from '../../../../src/core/workbench/tokenizer/tokenizer-setting.ts'

const sha256 = '0123456789ab'.padEnd(64, 'c')

test('a file is remembered without its path, and found in whichever folder the workspace is', () => {
  const setting = settingOf({ kind: 'file', name: 'Qwen3-8B', sha256, path: '/here/tokenizers/0123456789ab.json' })
  expect(setting).not.toContain('/here')
  expect(tokenizerOf(setting, '/there')).toEqual({ kind: 'file', name: 'Qwen3-8B', sha256, path: '/there/tokenizers/0123456789ab.json' })
})

test.each([null, '', 'o200k_base', '{"kind":"file","name":"x","sha256":"../../etc/passwd"}', '{"kind":"tiktoken","name":"gpt2"}'])(
  'the setting %j is no choice',
  (setting) => {
    expect(tokenizerOf(setting, '/there')).toEqual(DEFAULT_TOKENIZER)
  },
)
