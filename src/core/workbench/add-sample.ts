import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#contract'

/** Fills an empty workspace with the bundled sample; one that holds anything is left as it is. True when rows were added. */
export async function addSampleWhenEmpty(
  client: Pick<ContractRouterClient<Contract>, 'workspace' | 'source'>,
  signal?: AbortSignal,
): Promise<boolean> {
  const { counts, samplePath } = await client.workspace.info(undefined, { signal })
  if (counts.indexed > 0) return false
  for await (const event of await client.source.add({ source: samplePath }, { signal })) if (event.kind === 'done') return true
  return false
}
