import { formatBytes, formatCounted } from '../../widgets/index.ts'
import type { Pushed, PushPlan, PushStep } from './push-store.ts'

/** How a person wants it pushed. */
export interface PushChoice {
  isPrivate: boolean
  allowSecrets: boolean
}

/** Whom the dataset will be seen by: a new one by the choice, one that is there by what it is. */
export function willBePublic({ exists, isPrivate }: Pick<PushPlan, 'exists' | 'isPrivate'>, choice: PushChoice): boolean {
  return exists ? isPrivate === false : !choice.isPrivate
}

/** What the button does, in its own words. */
export function confirmWords(plan: PushPlan, choice: PushChoice): string {
  const sent = plan.files.filter(({ how }) => how !== 'same')
  const bytes = sent.reduce((sum, file) => sum + file.bytes, 0)
  const seen = willBePublic(plan, choice) ? 'public' : 'private'
  const where = plan.exists ? `to a ${seen} dataset` : `as a ${seen} dataset`
  if (sent.length + plan.removed.length === 0) return 'Nothing to push'
  if (sent.length === 0) return `Remove ${formatCounted(plan.removed.length, 'file')} from ${where.replace(/^to /, '')}`
  return `Push ${formatCounted(sent.length, 'file')}, ${formatBytes(bytes)}, ${where}`
}

/** Why the button does nothing yet; null when it may be pressed. */
export function holdsBack(plan: PushPlan, choice: PushChoice): string | null {
  if (plan.refusals.length > 0) return 'This cannot be pushed as it is; the reasons are above.'
  if (plan.secrets.length > 0 && !choice.allowSecrets)
    return 'Secrets would leave. Redact or reject these examples and export again, or say that none of them is real.'
  if (plan.exists && plan.isPrivate === false && choice.isPrivate)
    return 'This dataset is public: everyone can read what is pushed to it. Say that you want that.'
  const isNothing = plan.removed.length === 0 && plan.files.every(({ how }) => how === 'same')
  return isNothing ? 'The Hub has all of it already.' : null
}

/** How many secrets there are, and how sure it is. */
export function secretsWords({ secrets, moreSecrets }: Pick<PushPlan, 'secrets' | 'moreSecrets'>): string {
  const certain = secrets.filter(({ certainty }) => certainty === 'certain').length
  const count = formatCounted(secrets.length + moreSecrets, 'secret')
  return certain === 0 ? `${count} would leave` : `${count} would leave, ${certain}${moreSecrets > 0 ? ' or more' : ''} of them certain`
}

/** What it is at. */
export function stepWords({ phase, file, done, total }: PushStep): string {
  if (phase === 'committing') return 'Making the commit'
  const doing = phase === 'scanning' ? 'Looking through' : 'Sending'
  return `${doing} ${file}: ${formatBytes(done)} of ${formatBytes(total)}`
}

/** What came of it. */
export function pushedWords({ files, removed, bytesSent, isPrivate }: Pushed): string {
  if (files + removed === 0) return 'The Hub had all of it already; no commit was made.'
  const gone = removed > 0 ? `, ${formatCounted(removed, 'file')} removed` : ''
  return `${formatCounted(files, 'file')} pushed, ${formatBytes(bytesSent)} sent${gone}; the dataset is ${isPrivate ? 'private' : 'public'}.`
}
