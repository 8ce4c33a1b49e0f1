import { createRouterClient } from '@orpc/server'
import { describeContract } from './contract-suite.ts'

describeContract('a call in the same process', async ({ router }) => ({ client: createRouterClient(router), close: () => undefined }))
