import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { describeContract } from './contract-suite.ts'

describeContract('a MessagePort', async ({ router }) => {
  const { port1, port2 } = new MessageChannel()
  new RPCHandler(router).upgrade(port1)
  port1.start()
  const client = createORPCClient<never>(new RPCLink({ port: port2 }))
  port2.start()
  return { client, close: () => port2.close() }
})
