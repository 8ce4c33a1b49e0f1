/** `npm run build`: Electron's main and preload, the terminal and browser hosts, and the page, into `out/`. */
import { rebuild } from './ensure-built.mjs'

await rebuild().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
