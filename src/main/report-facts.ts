import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract'
import type { EngineFacts } from './engine-message.ts'

type Client = Pick<ContractRouterClient<Contract>, 'workspace' | 'export'>

/**
 * Tells main what it must know of the open workspace: now, once it is settled in (`ready`: only then it is among the recent
 * ones), and after every change that could matter.
 */
export async function reportFacts(client: Client, ready: Promise<void>, report: (facts: EngineFacts) => void): Promise<void> {
  const tell = async (): Promise<void> => report(await factsOf(client))
  await tell()
  const settled = ready.catch(() => undefined).then(tell)
  for await (const event of await client.workspace.watch()) {
    const isOther = event.kind === 'changed' && event.what === 'workspace'
    if (isOther || event.kind === 'job-ended') await tell()
  }
  await settled
}

async function factsOf(client: Client): Promise<EngineFacts> {
  const [{ path }, recent, exports] = await Promise.all([client.workspace.info(), client.workspace.recent(), client.export.history()])
  return { workspace: path, recent: recent.map(({ path, name }) => ({ path, name })), exports: exports.map(({ out }) => out) }
}
