/** A process of its own that brings the first file of a dataset into a cache folder: what a test kills. Arguments: address of the Hub, folder, dataset. */
import { createHub } from '../../../../src/core/source/hub/create-hub.ts'

const [url = '', cacheDir = '', address = ''] = process.argv.slice(2)
const hub = createHub({ access: async () => ({ url, token: null, proxy: null }), cacheDir })
const source = await hub.open(address, { sourceId: 's1' })
const [file] = source.files
if (!file) throw new Error('the dataset has no file')
const { from } = source.job(file, { fromRow: 0 })
if (typeof from === 'string') throw new Error('a file of the Hub is not a path')
await from.slice(0, file.bytes)
await hub.close()
