import type { Evidence, Example } from '#record'
import type { Check } from '../check.ts'
import { findSecrets, type Secret } from './find-secrets.ts'
import { maskSecret } from './mask-secret.ts'
import { SECRET_KINDS } from './patterns.ts'
import { type ExampleText, textsOf } from './texts.ts'

/** Keys, tokens and passwords in a run. What they say never leaves the example: quotes are masked. */
export const secrets: Check = {
  id: 'secrets',
  version: 1,
  title: 'Secrets',
  kinds: SECRET_KINDS,
  measures: [
    {
      id: 'secrets_found',
      label: 'Secrets',
      unit: 'secrets',
      type: 'integer',
      group: 'run',
      help: 'Different keys, tokens, passwords and private keys in messages, arguments and patch, by the patterns of their makers; what reads as a placeholder does not count.',
      compute: (evidence) => evidence.length,
    },
  ],
  find: ({ example }) => evidenceIn(example),
}

interface Found {
  first: Secret
  at: ExampleText['at']
  masked: string
  places: number
}

/** One piece of evidence a secret, at its first place: a file shown ten times tells one secret ten times. */
function evidenceIn(example: Example): Evidence[] {
  const bySecret = new Map<string, Found>()
  for (const { text, at } of textsOf(example)) {
    for (const secret of findSecrets(text, at.field === 'arguments')) {
      const value = text.slice(secret.start, secret.end)
      const known = bySecret.get(value)
      if (known) known.places += 1
      else bySecret.set(value, { first: secret, at, masked: maskSecret(value), places: 1 })
    }
  }
  return [...bySecret.values()].map(evidenceOf)
}

function evidenceOf({ first: { kind, certainty, start, end }, at, masked, places }: Found): Evidence {
  const times = places === 1 ? '' : ` It is in ${places} places; this is the first.`
  return { kind, text: `${SECRET_KINDS[kind]}${times}`, certainty, at: { ...at, start, end }, quote: masked, parts: [] }
}
