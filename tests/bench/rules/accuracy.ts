/** How answers of yes and no agree with labels. */
export interface Accuracy {
  /** Said yes, and labelled so. */
  hits: number
  /** Said yes, but labelled no. */
  alarms: number
  /** Said no, but labelled yes. */
  misses: number
  /** Said no, and labelled so. */
  passes: number
}

/** A share with its count and the bounds of its 95 % Wilson interval, all between 0 and 1; null where there is nothing to divide. */
export interface Share {
  of: number
  all: number
  low: number
  high: number
}

/** Counts answers against labels, in pairs of said and labelled. */
export function accuracyOf(pairs: readonly (readonly [said: boolean, labelled: boolean])[]): Accuracy {
  const count = (said: boolean, labelled: boolean): number => pairs.filter((pair) => pair[0] === said && pair[1] === labelled).length
  return { hits: count(true, true), alarms: count(true, false), misses: count(false, true), passes: count(false, false) }
}

/** Of what was said, how much was right. */
export function precisionOf({ hits, alarms }: Accuracy): Share | null {
  return shareOf(hits, hits + alarms)
}

/** Of what there was, how much was said. */
export function recallOf({ hits, misses }: Accuracy): Share | null {
  return shareOf(hits, hits + misses)
}

/** The normal distribution's 97.5 % quantile. */
const Z = 1.959964

/** A share with its Wilson score interval (E. B. Wilson 1927, JASA 22, 209-212): few rows give a wide one. Null of nothing. */
export function shareOf(of: number, all: number): Share | null {
  if (all === 0) return null
  const share = of / all
  const scale = 1 + Z ** 2 / all
  const middle = (share + Z ** 2 / (2 * all)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2))
  return { of, all, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
