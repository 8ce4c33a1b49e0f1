/** Where two values differ, by path: numbers by more than one in 10^9, all else at all. At most 20 places. */
export function differences(actual: unknown, expected: unknown, path = ''): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const isNear = actual === expected || Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
    return isNear ? [] : [`${path}: ${actual} is not ${expected}`]
  }
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return Object.is(actual, expected) ? [] : [`${path}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`]
  }
  const [one, other] = [new Map(Object.entries(actual)), new Map(Object.entries(expected))]
  const names = new Set([...one.keys(), ...other.keys()])
  return [...names].flatMap((name) => differences(one.get(name), other.get(name), `${path}.${name}`)).slice(0, 20)
}
