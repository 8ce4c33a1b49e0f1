import { describe, expect, it } from 'vitest'
import { CHECKS, subjectOf } from '#measure'
import { parseExample } from '../../../support/rows.ts'
import { hasSharedData, sharedFiles, sharedRows } from '../../../support/shared-rows.ts'

const runs = sharedFiles('messages-r3').flatMap((file) => sharedRows(file).map((value, row) => parseExample(value, { file, row })))

/** What the checks of the paper's pruning find in a real run, as `kind@message`; the patch is `kind@patch`. */
function foundIn(id: string): string[] {
  const [run] = runs.filter((example) => example.id.startsWith(id))
  if (!run) return []
  const subject = subjectOf(run)
  const checks = CHECKS.filter((check) => ['call-form', 'loops', 'environment', 'patch-paths', 'claims'].includes(check.id))
  return checks.flatMap((check) => check.find(subject).map(({ kind, at }) => `${kind}@${at?.messageIndex ?? 'patch'}`))
}

/** Read against the run, message by message. */
describe.skipIf(!hasSharedData)(
  hasSharedData ? 'what checks find in real runs' : 'what checks find in real runs (skipped: no ../shared/data)',
  () => {
    it.each<[why: string, id: string, found: string[]]>([
      ['circled in one folder and was cut off', '6e05e2a9', ['unanswered-call@12', 'repeated-step@8', 'left-open@12']],
      ['went back and forth between two files', '3f37ce62', ['unanswered-call@50', 'error-again@14', 'alternation@40', 'left-open@50']],
      ['sent the same broken edit three times', 'db634940', ['repeated-error@16', 'error-again@16']],
      [
        'made two calls in a turn and lost its runtime at a gateway',
        'd8b65d61',
        ['concurrent-calls@12', 'runtime-error@30', 'claimed-but-failed@33'],
      ],
      ['waited twice for what never ended', '4f8e8e52', ['command-timeout@41', 'command-timeout@45']],
      ['installed what was missing between failing calls', '8a547a37', []],
      ['had turns refused that held several commands', '47fd4dc5', ['test-path@patch', 'claimed-but-failed@68']],
      ['left its reproduction behind', '057e1693', ['scratch-file@patch']],
      ['tested, submitted and was right', '1bca30aa', []],
      ['says of failing tests that the others pass', 'cd6d0f0e', []],
      ['made two calls in a turn', '082df9f2', ['concurrent-calls@8', 'scratch-file@patch']],
    ])('one that %s', (_, id, found) => {
      expect(foundIn(id)).toEqual(found)
    })
  },
)
