/**
 * Every failure Winnow expects, closed. `offline`: a host cannot be reached or does not answer as it should; `forbidden`: it answers, and lets this
 * person in only with another token, or after they asked for access.
 * `message` names the culprit, `remedy` says what to do.
 * Anything that is not a Fault is a bug and reaches the screen as `internal`.
 */
export type FaultKind =
  | 'not-found'
  | 'bad-input'
  | 'unreadable'
  | 'unknown-shape'
  | 'workspace-busy'
  | 'workspace-newer'
  | 'workspace-damaged'
  | 'disk-full'
  | 'read-only'
  | 'recipe-invalid'
  | 'conflict'
  | 'offline'
  | 'forbidden'
  | 'cancelled'
  | 'internal'

/** The kinds as a value, for schemas. */
export const FAULT_KINDS = [
  'not-found',
  'bad-input',
  'unreadable',
  'unknown-shape',
  'workspace-busy',
  'workspace-newer',
  'workspace-damaged',
  'disk-full',
  'read-only',
  'recipe-invalid',
  'conflict',
  'offline',
  'forbidden',
  'cancelled',
  'internal',
] as const satisfies readonly FaultKind[]

/** An expected failure as data: it crosses the contract unchanged. */
export interface Fault {
  kind: FaultKind
  /** What went wrong, naming the culprit and the allowed values. */
  message: string
  /** The thing at fault: a path, a rule, a row id. */
  culprit: string | null
  /** What the person can do now. */
  remedy: string | null
}

/** A {@link Fault} on its way up the stack. */
export class FaultError extends Error {
  readonly fault: Fault

  constructor(fault: Fault, options?: ErrorOptions) {
    super(fault.message, options)
    this.name = 'FaultError'
    this.fault = fault
  }
}

/** Builds a throwable Fault. */
export function fault(kind: FaultKind, message: string, details: { culprit?: string; remedy?: string; cause?: unknown } = {}): FaultError {
  const { culprit = null, remedy = null, cause } = details
  return new FaultError({ kind, message, culprit, remedy }, cause === undefined ? undefined : { cause })
}

const BY_CODE: Record<string, [FaultKind, string, string]> = {
  ENOENT: ['not-found', 'does not exist', 'Check the path.'],
  EACCES: ['unreadable', 'cannot be read: permission denied', 'Change its permissions or run as its owner.'],
  EPERM: ['unreadable', 'cannot be used: operation not permitted', 'Change its permissions or run as its owner.'],
  EISDIR: ['bad-input', 'is a folder, a file was expected', 'Name a file inside it.'],
  ENOTDIR: ['bad-input', 'is inside something that is not a folder', 'Check the path.'],
  ENAMETOOLONG: ['bad-input', 'is too long for a path', 'Use shorter names.'],
  ELOOP: ['bad-input', 'leads through links that never end', 'Name the file itself.'],
  EMFILE: ['unreadable', 'cannot be opened: too many files are open', 'Close other programs or raise the limit on open files.'],
  EIO: ['unreadable', 'cannot be used: the disk reports an error', 'Copy the folder to another disk.'],
  ENOSPC: ['disk-full', 'cannot be written: the disk is full', 'Free some space and try again; nothing finished so far is lost.'],
  EDQUOT: ['disk-full', 'cannot be written: the quota is used up', 'Free some space and try again; nothing finished so far is lost.'],
  EROFS: ['read-only', 'cannot be written: the disk is read-only', 'Choose another folder.'],
}

/** Turns anything thrown into a Fault: ours unchanged, system errors by their code, the rest as `internal`. */
export function toFault(error: unknown, culprit: string | null = null): Fault {
  if (error instanceof FaultError) return error.fault
  if (error instanceof Error && error.name === 'AbortError') return { kind: 'cancelled', message: 'Cancelled.', culprit, remedy: null }
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException
  const known = code === undefined ? undefined : BY_CODE[code]
  const place = path ?? culprit
  if (known) return { kind: known[0], message: `${place ?? 'The file'} ${known[1]}.`, culprit: place, remedy: known[2] }
  return {
    kind: 'internal',
    message: error instanceof Error ? error.message : String(error),
    culprit,
    remedy: 'This is a bug in Winnow; the details are in the log.',
  }
}
