import { hubAccessOf } from './hub-access.ts'

/** Until its caller asks for the access itself. */
export function hubWayOf(...given: Parameters<typeof hubAccessOf>) {
  return { access: hubAccessOf(...given) }
}
