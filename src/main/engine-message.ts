import { z } from 'zod'

/** A failure that keeps the engine from opening its workspace. */
const fault = z.object({ message: z.string(), remedy: z.string().nullable() })

/** What main must know of the engine's work: for the menu, the system's recent list, and what may be shown in a folder. */
export const engineFacts = z.object({
  workspace: z.string(),
  recent: z.array(z.object({ path: z.string(), name: z.string() })),
  /** Folders exports were written to. */
  exports: z.array(z.string()),
})

/** See {@link engineFacts}. */
export type EngineFacts = z.infer<typeof engineFacts>

/** Everything the engine says to main. Rows and decisions go from engine to page directly. */
export const engineMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('failed'), fault }),
  z.object({ kind: z.literal('facts'), facts: engineFacts }),
])

/** See {@link engineMessage}. */
export type EngineMessage = z.infer<typeof engineMessage>

/** Everything main says to the engine; a port comes with `port`, the Hub's token from the keychain with `token`. */
export type EngineOrder = { kind: 'port' } | { kind: 'close' } | { kind: 'token'; token: string | null }
