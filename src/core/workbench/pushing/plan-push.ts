import type { z } from 'zod'
import type { pushPlan } from '#contract'
import type { Fault } from '#record'
import { isThere, type PushFile, type PushPlace } from '#source'
import type { Inspected } from './inspect-export.ts'
import { licenceInCard } from './licence-in-card.ts'
import { type ExportFolder, MANIFEST, namesIn } from './read-export.ts'

/** See the contract. */
export type PushPlan = z.infer<typeof pushPlan>

/** The Hub puts larger files, and those of binary endings, apart (https://huggingface.co/docs/hub/repositories-getting-started). */
const LARGEST_INLINE = 10 * 1024 * 1024
const BINARY = /\.(parquet|arrow|gz|zip|zst|npy|npz|png|jpg|pdf|bin)$/i

/** What a push would do, as people are told before it. Pure. */
export function planPush(folder: ExportFolder, inspected: Inspected, place: PushPlace): PushPlan {
  const licence = licenceInCard(folder.card)
  const removed = removedBy(folder, place)
  return {
    repo: place.repo,
    branch: place.branch,
    url: place.url,
    user: place.user,
    exists: place.exists,
    isPrivate: place.isPrivate,
    files: inspected.files.map((file) => ({ path: file.path, bytes: file.bytes, sha256: file.sha256, how: howOf(place, file) })),
    secrets: inspected.secrets,
    moreSecrets: inspected.moreSecrets,
    removed,
    licence,
    sources: folder.sources,
    warnings: [...place.notes, ...placeWarnings(place), ...folderWarnings(folder, licence), ...overwritten(inspected, place)],
    refusals: [...place.refusals, ...inspected.refusals].map(sentence),
  }
}

/** What an earlier export put there, by its manifest, and this one has not; everybody else's files stay. */
export function removedBy(folder: ExportFolder, place: PushPlace): string[] {
  const ours = new Set(folder.files.map(({ path }) => path))
  return [...namesIn(place.manifest)].filter((path) => !ours.has(path) && place.files.has(path)).sort()
}

/** A Fault as a sentence with its remedy. */
function sentence({ message, remedy }: Fault): string {
  return remedy === null ? message : `${message} ${remedy}`
}

function howOf(place: PushPlace, file: PushFile): PushPlan['files'][number]['how'] {
  if (isThere(place, file)) return 'same'
  return file.bytes > LARGEST_INLINE || BINARY.test(file.path) ? 'lfs' : 'inline'
}

function placeWarnings({ repo, branch, exists, isPrivate, head, refusals }: PushPlace): string[] {
  if (refusals.length > 0 || !exists) return []
  const isOpen = isPrivate === false
  return [
    ...(isOpen ? [`${repo} is public: everyone can read what is pushed to it, at once.`] : []),
    ...(head === null ? [`${repo} has no branch ${branch} yet; it will be made from its default branch.`] : []),
  ]
}

function folderWarnings({ unlisted, sources }: ExportFolder, licence: string | null): string[] {
  const open = licence === null || licence === 'unknown'
  const from = sources.length > 0 ? ` They come from ${sources.join(', ')}: see what their licence asks of you.` : ''
  return [
    ...(unlisted.length > 0
      ? [`Not in the manifest, so it stays here: ${unlisted.slice(0, 20).join(', ')}${more(unlisted.length - 20)}.`]
      : []),
    ...(open ? [`No licence is known for these rows.${from}`] : []),
  ]
}

function overwritten({ files }: Inspected, place: PushPlace): string[] {
  const earlier = namesIn(place.manifest)
  const foreign = files.filter((file) => place.files.has(file.path) && !earlier.has(file.path) && !isThere(place, file))
  const names = foreign.map(({ path }) => path).filter((path) => path !== MANIFEST)
  return names.length === 0 ? [] : [`On the Hub, and not by an export of Winnow's, these are replaced: ${names.join(', ')}.`]
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : ''
}
