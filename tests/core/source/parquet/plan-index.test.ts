import fc from 'fast-check'
import type { FileMetaData } from 'hyparquet'
import { describe, expect, it } from 'vitest'
import type { Json } from '#record'
import { chunkRange } from '../../../../src/core/source/parquet/chunk-range.ts'
import { readFooter, tailBytes } from '../../../../src/core/source/parquet/footer.ts'
import { planIndex } from '../../../../src/core/source/parquet/plan-index.ts'
import { readParquet } from '../../../../src/core/source/parquet/read-parquet.ts'
import { smallLeaves } from '../../../../src/core/source/parquet/small-leaves.ts'
import { countingBytes, unplanned } from '../../../support/counting-bytes.ts'
import { asHubParquet, buildHubRows } from '../../../support/hub-parquet.ts'

const origin = { sourceId: 's1', uri: 'hf://datasets/o/n', revision: null, file: 'a.parquet', hints: { config: null, split: null } }

async function readSmall(bytes: ReturnType<typeof countingBytes>): Promise<Json[]> {
  const values: Json[] = []
  for await (const item of readParquet(bytes, origin, { columns: 'small' })) if ('value' in item) values.push(item.value)
  return values
}

describe('the small columns of a file', () => {
  it('are those of identity and label, and no text of a patch', async () => {
    const metadata = await readFooter(countingBytes(asHubParquet(buildHubRows(40))))
    expect([...smallLeaves(metadata)]).toEqual([
      'instance_id',
      'trajectory_id',
      'repo',
      'resolved',
      'metadata.category',
      'metadata.teacher_model.name',
      'hf_dataset_name',
    ])
  })

  it('follow a column map', async () => {
    const metadata = await readFooter(countingBytes(asHubParquet(buildHubRows(40))))
    const leaves = smallLeaves(metadata, { repo: 'hf_dataset_name', instance_id: 'trajectory_id' })
    expect([...leaves]).toEqual(['trajectory_id', 'resolved', 'metadata.category', 'metadata.teacher_model.name', 'hf_dataset_name'])
  })

  it('leave out one that is not small', async () => {
    const noisy = buildHubRows(40, 5000).map((row) => ({ ...row, repo: row.messages[1]?.content ?? '' }))
    expect(smallLeaves(await readFooter(countingBytes(asHubParquet(noisy)))).has('repo')).toBe(false)
  })
})

/** A footer of flat columns, each chunk after the one before; a gap is what some writers leave after a chunk. */
function buildFooter(columns: string[], groups: { size: number; gap: number }[][]): FileMetaData {
  let at = 4n
  const chunk = (name: string, { size, gap }: { size: number; gap: number }) => {
    const meta = { type: 'BYTE_ARRAY', encodings: [], path_in_schema: [name], codec: 'SNAPPY', num_values: 1n } as const
    const place = { total_uncompressed_size: BigInt(size), total_compressed_size: BigInt(size), data_page_offset: at }
    at += BigInt(size + gap)
    return { file_offset: 0n, meta_data: { ...meta, ...place, encodings: [], path_in_schema: [...meta.path_in_schema] } }
  }
  const leaf = (name: string) => ({ name, type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' }) as const
  const row_groups = groups.map((sizes) => ({
    columns: columns.map((name, n) => chunk(name, sizes[n] ?? { size: 1, gap: 0 })),
    num_rows: 1000n,
    total_byte_size: 1n,
  }))
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(leaf)]
  return { version: 2, schema, num_rows: BigInt(1000 * groups.length), row_groups, metadata_length: 0 }
}

const COLUMNS = ['instance_id', 'messages', 'repo', 'patch', 'resolved', 'tools', 'license', 'notes', 'hf_dataset_name']
const footers = fc
  .tuple(
    fc.shuffledSubarray(COLUMNS, { minLength: 1 }),
    fc.array(
      fc.array(fc.record({ size: fc.integer({ min: 1, max: 60_000 }), gap: fc.integer({ min: 0, max: 9000 }) }), {
        minLength: 9,
        maxLength: 9,
      }),
      {
        maxLength: 5,
      },
    ),
  )
  .map(([columns, groups]) => buildFooter(columns, groups))

describe('planning an index', () => {
  it('takes at most two ranges a row group and one a file, whatever the order of columns, and covers every small chunk', () => {
    fc.assert(
      fc.property(footers, fc.integer({ min: 0, max: 200_000 }), (metadata, beyond) => {
        const leaves = smallLeaves(metadata)
        const chunks = metadata.row_groups.flatMap((group) => group.columns)
        const length = chunks.reduce((end, chunk) => Math.max(end, chunkRange(chunk).end), 0) + beyond
        const plan = planIndex(metadata, length)
        expect(plan.length).toBeLessThanOrEqual(2 * metadata.row_groups.length + 1)
        const small = chunks.filter(({ meta_data: meta }) => leaves.has(meta?.path_in_schema.join('.') ?? '')).map(chunkRange)
        expect(unplanned(small, [...plan, { start: Math.max(0, length - tailBytes(length)), end: length }])).toEqual([])
      }),
    )
  })

  it('covers all that reading the small columns asks for, and little else', async () => {
    const bytes = countingBytes(asHubParquet(buildHubRows(200, 20_000), { rowGroupSize: 50 }))
    const metadata = await readFooter(bytes)
    const plan = planIndex(metadata, bytes.length)
    expect(plan.length).toBeLessThanOrEqual(2 * 4 + 1)
    expect(plan.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThan(bytes.length * 0.02)
    await readSmall(bytes)
    const tail = { start: bytes.length - tailBytes(bytes.length), end: bytes.length }
    expect(unplanned(bytes.asked, [...plan, tail])).toEqual([])
  })

  it('gives the rows with everything else empty', async () => {
    const rows = buildHubRows(120)
    rows[7] = { ...(rows[7] ?? buildHubRows(1)[0]), metadata: null } as (typeof rows)[0]
    const values = await readSmall(countingBytes(asHubParquet(rows, { rowGroupSize: 50 })))
    expect(values).toHaveLength(120)
    expect(values[119]).toEqual({
      ...rows[119],
      messages: [],
      metadata: { category: 'bug-fix', teacher_model: { name: 'MiniMax-M2.5' }, model_patch: { patch: null } },
    })
    expect(values[7]).toMatchObject({ instance_id: 'owner__repo-7' })
  })
})
