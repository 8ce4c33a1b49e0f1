import { describe, expect, it } from 'vitest'
import { type Reuse, reuseOf } from '../../../../../src/core/measure/checks/git-history/used.ts'
import { buildCall, buildExample, type MessageSketch } from '../../../../support/examples.ts'

const FIXED = [
  'def solve(equation, symbol):',
  '    parts = split_terms(equation, symbol)',
  '    if not parts:',
  '        return NoSolution(equation)',
]
const diffOf = (lines: readonly string[]): string =>
  `diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`

/** A run that said `before`, then asked for history at the message after it. */
function reuse(patch: string, output: string, before: MessageSketch[] = [], code: 'diff' | 'lines' | 'none' = 'diff'): Reuse | null {
  return reuseOf(buildExample({ messages: before, patch }), output, code, before.length)
}

describe('lines of an output that come back in the patch', () => {
  it('are told with their places in both', () => {
    const [patch, output] = [diffOf(FIXED), `commit x\n\n${diffOf(FIXED)}`]
    const found = reuse(patch, output)
    expect(found).toMatchObject({ certainty: 'certain', found: 3, telling: 3 })
    const first = found?.matches[0]
    expect(patch.slice(first?.patch.start, first?.patch.end)).toBe(`+${FIXED[0]}\n+${FIXED[1]}`)
    expect(output.slice(first?.output.start, first?.output.end)).toBe(`+${FIXED[0]}\n+${FIXED[1]}`)
  })

  it('are as sure as they are many, and as large a share of the patch', () => {
    const other = Array.from({ length: 20 }, (_, at) => `result_${at} = compute_step(${at})`)
    expect(reuse(diffOf([...other, ...FIXED.slice(0, 2)]), diffOf(FIXED))).toMatchObject({ certainty: 'likely', found: 2 })
    expect(reuse(diffOf([...other, FIXED[0] ?? '']), diffOf(FIXED))).toMatchObject({ certainty: 'possible', found: 1 })
    expect(reuse(diffOf([...FIXED, ...other]), diffOf(other))).toMatchObject({ certainty: 'certain', found: 20 })
  })

  it('do not count when every program has them', () => {
    const common = [
      'import os',
      'from typing import Any',
      '}',
      'return None',
      "if __name__ == '__main__':",
      '    @property',
      '# -----------------',
      '# Copyright (c) 2024 The Rocket Authors. All rights reserved.',
      '// Licensed under the Apache License, Version 2.0 (the "License");',
      ' * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,',
      '# -*- coding: utf-8 -*-',
      'logger = logging.getLogger(__name__)',
    ]
    expect(reuse(diffOf(common), diffOf(common))).toBeNull()
  })

  it('do not count when the run wrote or read them before', () => {
    const call = buildCall(
      { kind: 'edit', path: 'a.py', change: { kind: 'create', text: '' } },
      { arguments: { file_text: FIXED.join('\n') } },
    )
    expect(reuse(diffOf(FIXED), diffOf(FIXED), [{ calls: [call] }])).toBeNull()
    const numbered = FIXED.map((line, at) => `     ${at + 1}\t${line}`).join('\n')
    expect(reuse(diffOf(FIXED), diffOf(FIXED), [{ role: 'tool', content: numbered }])).toBeNull()
    expect(reuse(diffOf(FIXED), diffOf(FIXED), [{ role: 'tool', content: diffOf(FIXED) }])).toBeNull()
    const found = reuse(diffOf(FIXED), diffOf(FIXED), [{ role: 'user', content: `a.py:2:${FIXED[1]}` }])
    expect(found).toMatchObject({ found: 2 })
  })

  it('are found again behind other indents, quotes and ends of lines', () => {
    const shown = ["    label = 'answer of the symbol'", 'const total=sum(values,start);']
    const typed = ['label = "answer of the symbol"', '  const total = sum(values, start)']
    expect(reuse(diffOf(typed), diffOf(shown))).toMatchObject({ certainty: 'certain', found: 2 })
    expect(reuse(diffOf(['label = "question of the symbol"']), diffOf(shown))).toBeNull()
  })

  it('do not count in lines a diff takes away or leaves', () => {
    const output = diffOf(FIXED)
      .replace('-1,0 +1,4', '-1,4 +1,0')
      .replaceAll(/^\+(?!\+)/gm, '-')
    expect(reuse(diffOf(FIXED), output)).toBeNull()
    expect(reuse(diffOf(FIXED), diffOf(FIXED), [], 'none')).toBeNull()
  })

  it('are found in files, searches, blame and JSON text', () => {
    const [, line = ''] = FIXED
    const patch = diffOf([line])
    expect(reuse(patch, `${line}\n`, [], 'lines')).toMatchObject({ found: 1 })
    expect(reuse(patch, `v2:a.py:7:${line}\n`, [], 'lines')).toMatchObject({ found: 1 })
    expect(reuse(patch, `9f8e7d6c a.py (A B 2024-04-09 08:00:00 +0000 7) ${line}\r\n`, [], 'lines')).toMatchObject({ found: 1 })
    const json = JSON.stringify({ returncode: 0, output: diffOf(FIXED) })
    const found = reuse(patch, json)
    expect(json.slice(found?.matches[0]?.output.start, found?.matches[0]?.output.end)).toBe(`+${line}`)
  })

  it('stays linear over long outputs and long patches', () => {
    const line = 'value = compute(value)\n'
    const started = performance.now()
    reuse(diffOf(FIXED), `${diffOf(FIXED)}${'-'.repeat(20_000_000)}`)
    reuse(`@@ -0,0 +1,800000 @@\n${`+${line}`.repeat(400_000)}`, line.repeat(400_000), [], 'lines')
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
