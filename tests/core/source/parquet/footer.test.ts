import { expect, it } from 'vitest'
import { checkNumbers, readFooter, tailBytes } from '../../../../src/core/source/parquet/footer.ts'
import { rowGroupsOf } from '../../../../src/core/source/parquet/row-groups.ts'
import { countingBytes } from '../../../support/counting-bytes.ts'
import { asHubParquet, buildHubRows } from '../../../support/hub-parquet.ts'

it('reads a footer with one slice of the tail', async () => {
  const bytes = countingBytes(asHubParquet(buildHubRows(50, 20_000), { rowGroupSize: 10 }))
  const { num_rows } = await readFooter(bytes)
  expect(num_rows).toBe(50n)
  expect(bytes.asked).toEqual([{ start: bytes.length - tailBytes(bytes.length), end: bytes.length }])
})

it('takes a second slice for a footer that is longer, without overlap', async () => {
  const bytes = countingBytes(asHubParquet(buildHubRows(400), { rowGroupSize: 2 }))
  const { row_groups, metadata_length } = await readFooter(bytes)
  expect(row_groups).toHaveLength(200)
  expect(metadata_length).toBeGreaterThan(tailBytes(bytes.length))
  const tail = bytes.length - tailBytes(bytes.length)
  expect(bytes.asked).toEqual([
    { start: tail, end: bytes.length },
    { start: bytes.length - metadata_length - 8, end: tail },
  ])
})

it.each([
  ['rows below none', { num_rows: -5n }],
  ['a size below nothing', { total_byte_size: -1n }],
  ['more rows than can be counted', { num_rows: 2n ** 62n }],
])('refuses a footer that counts with %s', async (_, wrong) => {
  const metadata = await readFooter(countingBytes(asHubParquet(buildHubRows(3))))
  expect(() => checkNumbers(metadata)).not.toThrow()
  const groups = metadata.row_groups.map((group) => ({ ...group, ...wrong }))
  expect(() => checkNumbers({ ...metadata, row_groups: groups })).toThrow('counts with')
})

it('does not fetch a footer that claims to be very long', async () => {
  const end = Buffer.from([0, 0, 0, 0x10, ...Buffer.from('PAR1')])
  const asked: number[] = []
  const slice = async (start: number, until: number): Promise<Uint8Array> => {
    asked.push(until - start)
    return Buffer.concat([Buffer.alloc(until - start - end.length), end])
  }
  await expect(readFooter({ length: 1e9, slice })).rejects.toThrow('longer than')
  expect(asked).toHaveLength(1)
})

it('says where the row groups lie and which can be read by pages', async () => {
  const options = { rowGroupSize: 20 }
  const plain = rowGroupsOf(await readFooter(countingBytes(asHubParquet(buildHubRows(50, 2000), options))))
  expect(plain.map(({ group, start, end, hasPages }) => [group, start, end, hasPages])).toEqual([
    [0, 0, 20, false],
    [1, 20, 40, false],
    [2, 40, 50, false],
  ])
  expect(plain[0]?.bytes).toBeGreaterThan(20 * 2000)
  const paged = rowGroupsOf(await readFooter(countingBytes(asHubParquet(buildHubRows(50, 2000), { ...options, pageSize: 4000 }))))
  expect(paged.map(({ hasPages }) => hasPages)).toEqual([true, true, true])
})
