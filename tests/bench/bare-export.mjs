/** What an export cannot do without: unzips, parses, writes as JSON again and puts on the disk every stored row. Prints the milliseconds it takes. */
import { open } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import { DatabaseSync } from '@photostructure/sqlite'

const [, , path, out] = process.argv
const db = new DatabaseSync(path, { readOnly: true })
const start = performance.now()
const ids = db.prepare('SELECT key FROM examples ORDER BY id').all()
const body = db.prepare('SELECT gzip FROM bodies WHERE example = ?')
const file = await open(out, 'w')
for (const { key } of ids) {
  const value = JSON.parse(gunzipSync(body.get(key).gzip).toString('utf8'))
  await file.writeFile(`${JSON.stringify(value)}\n`)
}
await file.sync()
await file.close()
process.stdout.write(String(performance.now() - start))
