/** The workspace, its jobs and this person's settings, as they cross the contract. */
import { z } from 'zod'
import { counts, fault } from './common.ts'
import { sourceInfo } from './source.ts'

/** A long piece of work, for the status bar. */
export const job = z.object({
  id: z.string(),
  /** "adding", "measuring", "exporting". */
  label: z.string(),
  done: z.number(),
  /** Null while unknown. */
  total: z.number().nullable(),
  unit: z.string(),
  /** Units a second over the last seconds; null at the start. */
  rate: z.number().nullable(),
})

export const workspaceInfo = z.object({
  path: z.string(),
  name: z.string(),
  version: z.string(),
  sources: z.array(sourceInfo),
  counts,
  recipe: z.object({ name: z.string(), hash: z.string() }).nullable(),
  jobs: z.array(job),
  /** Where the bundled sample is, for the Open screen's first button. */
  samplePath: z.string(),
  host: z.enum(['desktop', 'browser', 'terminal']),
  /** Why tables and plots may be out of date; null when they are not. */
  trouble: fault.nullable(),
  /** How the Hub is reached. Never the token itself. */
  hub: z.object({
    url: z.string(),
    /** Where the address comes from: HF_ENDPOINT, the settings, or neither. */
    urlFrom: z.enum(['environment', 'settings', 'default']),
    tokenFrom: z.enum(['environment', 'keychain']).nullable(),
  }),
})

export const workspaceEvent = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    what: z.enum(['examples', 'verdicts', 'decisions', 'workspace']),
    counts,
    /** The examples it is about; absent where these are many or all. */
    ids: z.array(z.string()).optional(),
  }),
  z.object({ kind: z.literal('job'), job }),
  z.object({ kind: z.literal('job-ended'), id: z.string() }),
])

export const recentWorkspace = z.object({ path: z.string(), name: z.string(), openedAt: z.string(), examples: z.number() })

export const settings = z.object({
  theme: z.enum(['dark', 'light', 'system']),
  reviewer: z.string(),
  singleKeys: z.boolean(),
  /** Verdicts and others' decisions stay hidden until one's own is given. */
  isBlind: z.boolean(),
  /** Keys of one's own: a preset, and over it, by the key as Winnow has it, the keys that stand for it; none switches it off. */
  keys: z.object({
    preset: z.enum(['winnow', 'prodigy', 'argilla', 'label-studio', 'vim']),
    custom: z.record(z.string(), z.array(z.string())),
  }),
  /** Sizes, column widths, open panels: the page's own, by key. */
  layout: z.record(z.string(), z.json()),
  /** Address of the Hub; empty for huggingface.co. */
  hubUrl: z.string(),
  /** `http://host:port`; empty for what HTTPS_PROXY says. */
  proxy: z.string(),
  /** What fetched rows and pieces may take on the disk, in bytes. */
  cacheBytes: z.number().int().min(0),
})
