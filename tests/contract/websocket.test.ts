import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { startServer } from '#serve'
import { openPage } from '../support/open-page.ts'
import { describeContract } from './contract-suite.ts'

describeContract('a WebSocket', async (workbench) => {
  const server = await startServer({ workbench, rendererDir: import.meta.dirname, port: null })
  const { websocket } = await openPage(server.url)
  return {
    client: createORPCClient<never>(new RPCLink({ websocket })),
    async close() {
      websocket.close()
      await server.close()
    },
  }
})
