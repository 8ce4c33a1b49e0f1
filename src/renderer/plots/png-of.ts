import type { Picture } from './picture.ts'

/** Pixels of the PNG for one of the picture. */
const SHARPNESS = 2

/** A picture as PNG, drawn through an image from a data: address, the only kind the page's policy lets in. @throws Error when it cannot be drawn */
export async function pngOf({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SHARPNESS
  canvas.height = height * SHARPNESS
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this page cannot draw')
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('this page cannot draw'))), 'image/png'))
}
