import type { Secret } from './find-secrets.ts'

/** How far behind a key's id its secret is looked for. */
const NEAR = 300

const SECRET = /secret[\w "']{0,30}[:=][\s"'\\]{0,6}([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/i

/** The secret access key that is told behind its id: any 40 signs of base64 would be too many, so it must be called secret. */
export function awsSecretNear(text: string, from: number): Secret[] {
  const near = text.slice(from, from + NEAR)
  const value = SECRET.exec(near)
  const end = from + (value ? value.index + value[0].length : 0)
  return value?.[1] ? [{ kind: 'aws-secret', certainty: 'certain', start: end - value[1].length, end }] : []
}
