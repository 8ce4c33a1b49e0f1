export const BASE62 = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

let state = 20_261_121

/** Letters that look random and are the same in every run: nobody's secret. */
export function random(length: number, letters: string = BASE62): string {
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return letters.charAt((state >>> 8) % letters.length)
  }).join('')
}
