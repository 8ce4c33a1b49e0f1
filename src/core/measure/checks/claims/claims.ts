import type { Certainty, Evidence, EvidencePart, Example } from '#record'
import type { Check } from '../check.ts'
import { argumentsOf, cite, contentOf } from '../cite.ts'
import { type Claim, claimsIn } from './claim-sentences.ts'
import { closingWords } from './closing-words.ts'
import { type Proof, proofOf } from './proof-of.ts'

/** Success an agent claims at last without anything to show for it. English only: of other languages nothing is told. */
export const claims: Check = {
  id: 'claims',
  version: 1,
  title: 'Claims',
  kinds: {
    'claimed-but-failed':
      'The last words say that it is fixed, or that tests pass which none did after the last change; the label says it failed.',
    'claimed-against-tests': 'The last words claim success, but the last test run after the last change failed.',
    'claimed-untested': 'The last words claim success, but nothing was run after the last change that shows it.',
  },
  measures: [
    {
      id: 'unproven_claims',
      label: 'Unproven claims',
      unit: 'claims',
      type: 'integer',
      group: 'run',
      help: 'Claims of success in the last words (tests pass; fixed, resolved, verified) that nothing proves: no test run passed after the last change, or the label says it failed. At most one claim of each sort; one that speaks of no test suite is taken as shown by any script that ran without failing. English only.',
      compute: (evidence) => evidence.length,
    },
  ],
  find: ({ example, patch }) => {
    const said = lastClaims(example)
    if (said.length === 0) return []
    const proof = proofOf(example, patch)
    return said.flatMap((claim) => judged(claim, proof, example))
  },
}

interface SaidClaim extends Claim {
  ref: ReturnType<typeof contentOf>
}

/** The last claim of each sort. */
function lastClaims(example: Example): SaidClaim[] {
  const said = closingWords(example).flatMap(({ ref, text }) => claimsIn(text).map((claim) => ({ ...claim, ref })))
  return said.filter((claim, at) => said.findIndex(({ about }) => about === claim.about) === at)
}

function judged(claim: SaidClaim, proof: Proof, example: Example): Evidence[] {
  const verdict = verdictOf(claim, proof, example)
  if (verdict === null) return []
  return [{ ...verdict, ...cite(example, claim.ref, claim.start, claim.end), parts: runParts(proof, example) }]
}

/** Why a claim is unproven; null when something speaks for it. What the label says weighs more than what the agent ran. */
function verdictOf({ about, isSuite }: Claim, proof: Proof, { resolved }: Example): Pick<Evidence, 'kind' | 'text' | 'certainty'> | null {
  const isTests = about === 'tests'
  if (isTests ? proof.tests === 'passed' : resolved === 1) return null
  const opening = isTests ? 'Says that tests pass' : 'Says that it is fixed'
  if (resolved === 0)
    return {
      kind: 'claimed-but-failed',
      text: `${opening}; the label says it failed, ${proof.tests === 'passed' ? 'though' : 'and'} ${RAN[proof.tests]}.`,
      certainty: 'certain',
    }
  if (proof.tests === 'failed')
    return { kind: 'claimed-against-tests', text: `${opening}, but ${RAN.failed}.`, certainty: ofFailed(isTests, resolved) }
  if (proof.tests === 'passed' || (proof.ranCode && (proof.sawPass || !isTests || !isSuite))) return null
  return { kind: 'claimed-untested', text: `${opening}, but ${RAN.none}.`, certainty: proof.ranCode ? 'possible' : 'likely' }
}

const RAN: Record<Proof['tests'], string> = {
  passed: 'a test run passed after the last change',
  failed: 'the last test run after the last change failed',
  none: 'no test run is seen after the last change',
}

/** A failing run may be of other tests than the claim is about; a label of success speaks for that. */
function ofFailed(isTests: boolean, resolved: number): Certainty {
  return isTests && resolved !== 1 ? 'certain' : 'likely'
}

/** The test run that speaks against the claim. */
function runParts({ lastRun }: Proof, example: Example): EvidencePart[] {
  if (lastRun === null) return []
  const call = example.messages[lastRun.messageIndex]?.calls.indexOf(lastRun.call) ?? -1
  const output = lastRun.call.resultIndex
  return [
    ...(call === -1 ? [] : [{ what: 'earlier' as const, ...cite(example, argumentsOf(lastRun.messageIndex, call)) }]),
    ...(output === null ? [] : [{ what: 'output' as const, ...cite(example, contentOf(output)) }]),
  ]
}
