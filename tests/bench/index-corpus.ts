import { readFile } from 'node:fs/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import { parquetReadObjects } from 'hyparquet'
import type { Contract } from '#contract'
import { openPage } from '../support/open-page.ts'
import { removeFolder, startWinnow, type WinnowServer } from '../support/winnow-server.ts'
import { type ServedCorpus, serveCorpus } from './corpus/serve-corpus.ts'
import { type Figure, timed } from './figure.ts'

const CORPUS = { shards: 200, rowsPerShard: 2400, rowsPerGroup: 240, bodyBytes: 100_000 }
/** Milliseconds to the Hub and back. */
const LATENCY = 30
const FIRST_ROWS = 1000
const SMALL_COLUMNS = ['instance_id', 'repo', 'license', 'language', 'trajectory_id', 'resolved', 'hf_dataset_name']

/** Bounds an index keeps: a ratio above 1 breaks one. Memory in bytes. */
const MOST = { share: 0.005, requestsAShard: 2, requestsAGroup: 2, memory: 500e6 }

interface Run {
  rows: number
  /** Of the whole add, and until the table had its first 1,000 rows; milliseconds. */
  took: number
  tookFirst: number
  /** Peak of the resident set in bytes; null where the system does not say. */
  memory: number | null
  counts: { bytes: number; requests: number }
}

/** Indexing a corpus of the published size over a Hub that is far away: time, traffic and memory. */
export async function indexCorpus(size = CORPUS): Promise<Figure[]> {
  const corpus = await serveCorpus({ ...size, latency: LATENCY })
  const winnow = await startWinnow()
  try {
    const run = await indexAll(winnow, corpus)
    const bare = await timed(() => readFirstShard(corpus))
    return figuresOf(run, bare, corpus, size)
  } finally {
    await winnow.stop()
    await removeFolder(winnow.folder)
    corpus.stop()
  }
}

async function indexAll(winnow: WinnowServer, corpus: ServedCorpus): Promise<Run> {
  const { websocket } = await openPage(winnow.url)
  const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ websocket }))
  await client.settings.set({ hubUrl: corpus.url })
  const rowsInTable = async () => (await client.example.page({ selection: {}, sort: null, offset: 0, limit: FIRST_ROWS })).total
  let tookFirst: number | null = null
  const start = performance.now()
  for await (const event of await client.source.add({ source: `hf://datasets/${corpus.id}`, indexOnly: true })) {
    if (event.kind === 'progress' && tookFirst === null && (await rowsInTable()) >= FIRST_ROWS) tookFirst = performance.now() - start
  }
  const took = performance.now() - start
  const run = {
    rows: await rowsInTable(),
    took,
    tookFirst: tookFirst ?? took,
    memory: await peakOf(winnow.pid),
    counts: await corpus.counts(),
  }
  websocket.close()
  return run
}

/** The peak of a process's resident set, as Linux keeps it. */
async function peakOf(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? []
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

/** hyparquet alone, one request after another as it likes, the small columns at top level. */
async function readFirstShard({ url, id, files }: ServedCorpus): Promise<void> {
  const shard = files.find(({ path }) => path.endsWith('.parquet'))
  if (!shard) throw new Error('a corpus without shards')
  const slice = async (start: number, end = shard.size) => {
    const answer = await fetch(`${url}/datasets/${id}/resolve/main/${shard.path}`, { headers: { Range: `bytes=${start}-${end - 1}` } })
    return answer.arrayBuffer()
  }
  await parquetReadObjects({ file: { byteLength: shard.size, slice }, columns: SMALL_COLUMNS })
}

function figuresOf(run: Run, bare: number, { files }: ServedCorpus, { shards, rowsPerShard, rowsPerGroup }: typeof CORPUS): Figure[] {
  const corpusBytes = files.reduce((sum, { size }) => sum + size, 0)
  const mostRequests = shards * (MOST.requestsAShard + MOST.requestsAGroup * (rowsPerShard / rowsPerGroup))
  const [rate, bareRate] = [run.rows / run.took, rowsPerShard / bare].map((rowsAMillisecond) => rowsAMillisecond * 1000)
  const of = `${run.rows.toLocaleString('en')} rows of ${(corpusBytes / 1e9).toFixed(0)} GB indexed from a Hub ${LATENCY} ms away`
  const figures: Figure[] = [
    {
      what: `${of}: rows a second`,
      value: `${rate?.toFixed(0)} rows/s`,
      baseline: 'hyparquet alone, small columns of one shard',
      baselineValue: `${bareRate?.toFixed(0)} rows/s`,
      ratio: (bareRate ?? 0) / (rate ?? 0),
    },
    {
      what: `${of}: until the table has ${FIRST_ROWS.toLocaleString('en')} rows`,
      value: `${run.tookFirst.toFixed(0)} ms`,
      baseline: 'until it has all of them',
      baselineValue: `${run.took.toFixed(0)} ms`,
      ratio: run.tookFirst / run.took,
    },
    {
      what: `${of}: bytes fetched`,
      value: `${((100 * run.counts.bytes) / corpusBytes).toFixed(3)} %`,
      baseline: 'the most it may be',
      baselineValue: `${100 * MOST.share} %`,
      ratio: run.counts.bytes / corpusBytes / MOST.share,
    },
    {
      what: `${of}: requests for files, redirects among them`,
      value: run.counts.requests.toLocaleString('en'),
      baseline: 'two a shard and two a row group',
      baselineValue: mostRequests.toLocaleString('en'),
      ratio: run.counts.requests / mostRequests,
    },
  ]
  return run.memory === null ? figures : [...figures, memoryFigure(of, run.memory)]
}

function memoryFigure(of: string, memory: number): Figure {
  return {
    what: `${of}: memory of the process at its peak`,
    value: `${(memory / 1e6).toFixed(0)} MB`,
    baseline: 'the most it may be',
    baselineValue: `${MOST.memory / 1e6} MB`,
    ratio: memory / MOST.memory,
  }
}
