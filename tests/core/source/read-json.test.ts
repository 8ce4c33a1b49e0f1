import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { asJsonl, buildFolder, buildRows, readAll, readValues } from '../../support/rows-on-disk.ts'

describe('reading JSON documents', () => {
  it('takes a list as rows', async () => {
    expect(await readValues(buildFolder({ 'a.json': JSON.stringify(buildRows(3)) }))).toEqual(buildRows(3))
  })

  it.each(['a.json', 'a.traj', 'a.traj.json'])('takes one object as one row (%s)', async (name) => {
    expect(await readValues(buildFolder({ [name]: '{"n":0}' }))).toEqual(buildRows(1))
  })

  it('opens .traj.json.gz', async () => {
    expect(await readValues(buildFolder({ 'a.traj.json.gz': gzipSync('{"n":0}') }))).toEqual(buildRows(1))
  })

  it('reads a .json file with one object a line as JSON Lines', async () => {
    expect(await readValues(buildFolder({ 'a.json': asJsonl(buildRows(3)) }))).toEqual(buildRows(3))
  })

  it('goes on from a row', async () => {
    const { rows } = await readAll(buildFolder({ 'a.json': JSON.stringify(buildRows(3)) }), { wanted: { fromRow: 2 } })
    expect(rows.map((row) => row.ref.row)).toEqual([2])
  })

  it.each([
    ['not JSON', '{"n":', 'it is not JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'it is not valid UTF-8'],
    ['empty', '', 'is empty (0 bytes)'],
  ])('says when a document is %s', async (_, content, message) => {
    const { rows, rejections } = await readAll(buildFolder({ 'a.json': content }))
    expect(rows).toEqual([])
    expect(rejections).toMatchObject([{ ref: { row: -1, file: 'a.json' } }])
    expect(rejections[0]?.reason).toContain(message)
  })
})
