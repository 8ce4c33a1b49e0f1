/** `npm run -s winnow -- <command>`: the terminal host, built first when it is not. */
import { ensureBuilt } from './ensure-built.mjs'

// npm runs scripts from the project's root; paths on the command line are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'winnow' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD)

try {
  await ensureBuilt()
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
await import(new URL('../out/main/winnow.js', import.meta.url).href)
