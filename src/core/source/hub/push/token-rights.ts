import { type Fault, fault, isJsonObject, type Json, type JsonObject } from '#record'

/** A place that somebody wants to write to. */
export interface Wanted {
  /** `OWNER/NAME`. */
  repo: string
  exists: boolean
  /** The Hub's address. */
  url: string
}

/**
 * Why the holder of a token may not write there; null when he may, or when only trying tells. Read from the answer of `whoami-v2`: `auth.accessToken.role`
 * is `read`, `write` or `fineGrained`, and of the last `fineGrained.scoped` lists permissions (`repo.write`) by user, organisation and repository
 * (https://huggingface.co/docs/hub/security-tokens).
 */
export function rightsFault(who: JsonObject, wanted: Wanted): Fault | null {
  const { role, fineGrained } = tokenOf(who)
  if (role === 'read') return readOnly(wanted)
  if (isJsonObject(fineGrained)) return isGranted(fineGrained, wanted) ? null : notGranted(wanted)
  const owner = ownerOf(wanted)
  const organisations = listOf(who.orgs).filter(isJsonObject)
  const organisation = organisations.find(({ name }) => isSame(name, owner))
  if (isSame(who.name, owner)) return null
  if (organisation) return organisation.roleInOrg === 'read' ? readerOf(owner, wanted) : null
  return foreign(String(who.name), organisations, wanted)
}

function tokenOf({ auth }: JsonObject): JsonObject {
  const token = isJsonObject(auth) ? auth.accessToken : undefined
  return isJsonObject(token) ? token : {}
}

/** A repository that is not there can be made only by who may write to all of its owner's. */
function isGranted(fineGrained: JsonObject, wanted: Wanted): boolean {
  return listOf(fineGrained.scoped)
    .filter(isJsonObject)
    .some(({ entity, permissions }) => {
      if (!isJsonObject(entity) || !listOf(permissions).includes('repo.write')) return false
      return isSame(entity.name, ownerOf(wanted)) || (wanted.exists && isSame(entity.name, wanted.repo))
    })
}

function readOnly({ url }: Wanted): Fault {
  return fault('forbidden', 'The token may read and not write: nothing can be pushed with it.', {
    culprit: 'token',
    remedy: `Make one that may write at ${url}/settings/tokens and set it (HF_TOKEN in a terminal, or the settings).`,
  }).fault
}

function notGranted({ repo, url, exists }: Wanted): Fault {
  const what = exists ? `to ${repo}` : `to the repositories of ${repo.split('/')[0]}, which making ${repo} needs`
  return fault('forbidden', `The token is fine-grained and was not given the right to write ${what}.`, {
    culprit: 'token',
    remedy: `Give it that right at ${url}/settings/tokens, or use another token.`,
  }).fault
}

function readerOf(owner: string, { repo }: Wanted): Fault {
  return fault('forbidden', `The account of the token may read what belongs to ${owner}, and not write to it.`, {
    culprit: repo,
    remedy: `Ask somebody of ${owner} for the right to write, or push to your own name.`,
  }).fault
}

function foreign(name: string, organisations: readonly JsonObject[], { repo }: Wanted): Fault {
  const own = [name, ...organisations.map((one) => String(one.name))]
  return fault('forbidden', `${repo} would belong to ${repo.split('/')[0]}, and the token is ${name}'s.`, {
    culprit: repo,
    remedy: `Push to ${own.map((one) => `${one}/${repo.split('/')[1]}`).join(' or ')}, or use a token of that account.`,
  }).fault
}

function ownerOf({ repo }: Wanted): string {
  return repo.split('/')[0] ?? ''
}

function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

function isSame(name: Json | undefined, other: string): boolean {
  return typeof name === 'string' && name.toLowerCase() === other.toLowerCase()
}
