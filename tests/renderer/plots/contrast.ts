/** Red, green and blue, 0 to 255. */
export type Rgb = [number, number, number]

/** Contrast of two opaque colours, 1 to 21: WCAG 2.2, "contrast ratio". */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

/** A colour at some opacity over another. */
export function blendOver(top: Rgb, under: Rgb, opacity: number): Rgb {
  const mix = (at: 0 | 1 | 2) => top[at] * opacity + under[at] * (1 - opacity)
  return [mix(0), mix(1), mix(2)]
}

/** The three-coloured, the red-blind, the green-blind and the blue-blind eye, as matrices over linear RGB: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency", 2009, severity 1. */
export const EYES: Record<string, number[][]> = {
  full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]], // biome-ignore format: a matrix
  protan: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]], // biome-ignore format: a matrix
  deutan: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]], // biome-ignore format: a matrix
  tritan: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]], // biome-ignore format: a matrix
}

/** How far two colours are apart to an eye, as distance in Oklab: B. Ottosson, "A perceptual color space for image processing", 2020. */
export function distanceOf(a: Rgb, b: Rgb, eye: number[][]): number {
  const [p, q] = [oklab(seenBy(a, eye)), oklab(seenBy(b, eye))]
  return Math.hypot(...p.map((part, at) => part - (q[at] ?? 0)))
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = linear(color)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linear(color: Rgb): number[] {
  return color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
}

function seenBy(color: Rgb, eye: number[][]): number[] {
  const parts = linear(color)
  return eye.map((row) =>
    Math.max(
      0,
      Math.min(
        1,
        row.reduce((sum, weight, at) => sum + weight * (parts[at] ?? 0), 0),
      ),
    ),
  )
}

function oklab([r = 0, g = 0, b = 0]: number[]): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
