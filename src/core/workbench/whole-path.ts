import { isAbsolute, normalize } from 'node:path'
import { fault } from '#record'

/** A path that says which folder it is in: nobody on a screen knows what another would be relative to. @throws FaultError `bad-input` */
export function wholePath(path: string): string {
  if (isAbsolute(path) && !path.includes('\0')) return normalize(path)
  throw fault('bad-input', `${path} does not say which folder it is in.`, {
    culprit: path,
    remedy: 'Give the whole path, from the root on.',
  })
}
