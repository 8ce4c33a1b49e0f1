/** How a file's bytes become rows. */
type Format = 'parquet' | 'jsonl' | 'json'

/** What a file name says about its bytes. */
export interface FileFormat {
  format: Format
  isGzip: boolean
}

/** Longest endings first: `.traj.json.gz` is also a `.json.gz`. */
const FORMATS: [ending: string, format: FileFormat][] = [
  ['.traj.json.gz', { format: 'json', isGzip: true }],
  ['.traj.json', { format: 'json', isGzip: false }],
  ['.traj', { format: 'json', isGzip: false }],
  ['.jsonl.gz', { format: 'jsonl', isGzip: true }],
  ['.jsonl', { format: 'jsonl', isGzip: false }],
  ['.json', { format: 'json', isGzip: false }],
  ['.parquet', { format: 'parquet', isGzip: false }],
]

/** Endings that hold rows elsewhere and that Winnow cannot read; worth a word instead of silence. */
const FOREIGN = /\.(csv|tsv|arrow|feather|avro|orc|pkl|pickle|npz?|db|sqlite3?|duckdb|zip|tar|tgz|gz|zst|bz2|xz|lz4|7z|traj\.gz)$/i

/** The endings Winnow reads, for messages and dialogs. */
export const KNOWN_ENDINGS: readonly string[] = FORMATS.map(([ending]) => ending).reverse()

/** The format of a file by its name, or null for a name Winnow does not read. */
export function formatOf(name: string): FileFormat | null {
  const lower = name.toLowerCase()
  return FORMATS.find(([ending]) => lower.endsWith(ending))?.[1] ?? null
}

/** True for a file that looks like data in a format Winnow does not read. */
export function isForeignData(name: string): boolean {
  return formatOf(name) === null && FOREIGN.test(name)
}
