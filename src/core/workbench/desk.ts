import { userInfo } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { recentWorkspace, settings, type workspaceEvent } from '#contract'
import { createMeasurePool, type MeasurePool } from '#measure'
import type { HubOptions } from '#source'
import { createEventHub, type EventHub } from './event-hub.ts'
import { createExclusive, type Exclusive } from './exclusive.ts'
import { createExportPool, type ExportPool } from './exporting/threads/export-pool.ts'
import { hubAccessOf } from './hub/hub-access.ts'
import { createJobs, type Jobs } from './jobs.ts'
import { type JsonFile, jsonFile } from './json-file.ts'
import { countsOf, openSession, type Session } from './session.ts'

/** What a host gives its workbench. */
export interface WorkbenchOptions {
  /** Folder of the workspace to open first; made when missing. */
  workspacePath: string
  /** Folder for settings and recent workspaces of this person. */
  configDir: string
  /** The folder `resources` with the sample and the bundled recipes. */
  resourcesDir: string
  /** The built measure worker. */
  workerUrl: URL
  /** The built read worker. */
  readWorkerUrl: URL
  /** The built export worker. */
  exportWorkerUrl: URL
  host: 'desktop' | 'browser' | 'terminal'
  version: string
  /** What the surroundings say about the Hub; default nothing. */
  hub?: HubSurroundings
  /** Longest a check may be at work on one row, in ms; default as the pool has it. */
  checkMs?: number
  /** Clock of ledger entries and manifests. */
  now?: () => Date
}

/** What comes from outside the settings: environment variables, a flag, the keychain. It goes before the settings. */
export interface HubSurroundings {
  /** HF_ENDPOINT or a flag; null leaves it to the settings. */
  url: string | null
  /** HTTPS_PROXY; null leaves it to the settings. */
  proxy: string | null
  /** Asked before every request, since the desktop may get one while it runs. */
  token(): { value: string; from: 'environment' | 'keychain' } | null
  /** Patience and number of requests; default as {@link HubOptions} has them. */
  tuning?: Pick<HubOptions, 'stall' | 'tries' | 'sleep' | 'random' | 'maxRequests'>
}

export type WorkspaceEvent = z.infer<typeof workspaceEvent>
export type Settings = z.infer<typeof settings>
export type RecentWorkspace = z.infer<typeof recentWorkspace>

/** Everything the calls share: the open session, the pool, the events, this person's files. */
export interface Desk {
  options: WorkbenchOptions
  session: Session
  pool: MeasurePool
  /** Renders single rows and tries templates, beside the exports. */
  rowPool: ExportPool
  /** What every screen is told. */
  events: EventHub<WorkspaceEvent>
  jobs: Jobs
  settings: JsonFile<Settings>
  recent: JsonFile<RecentWorkspace[]>
  now(): Date
  /** One change of workspace at a time. */
  switching: Exclusive
}

/** Opens the first workspace and sets everything up around it. */
export async function openDesk(options: WorkbenchOptions): Promise<Desk> {
  const events = createEventHub<WorkspaceEvent>()
  const settingsFile = jsonFile(join(options.configDir, 'settings.json'), settings, defaultSettings())
  return {
    options,
    session: await openSession(options.workspacePath, options, hubAccess(options, settingsFile)),
    pool: createMeasurePool({ workerUrl: options.workerUrl, checkMs: options.checkMs }),
    rowPool: createExportPool({ workerUrl: options.exportWorkerUrl, size: 1 }),
    events,
    jobs: createJobs(events),
    settings: settingsFile,
    recent: jsonFile(join(options.configDir, 'recent.json'), z.array(recentWorkspace), []),
    now: options.now ?? (() => new Date()),
    switching: createExclusive(),
  }
}

/** Asked before every request, so that settings and a token take effect at once. */
export function hubAccess({ hub }: WorkbenchOptions, file: JsonFile<Settings>): HubOptions['access'] {
  return async () => hubAccessOf(hub, await file.read())
}

function defaultSettings(): Settings {
  return {
    theme: 'dark',
    reviewer: userName(),
    singleKeys: true,
    isBlind: false,
    keys: { preset: 'winnow', custom: {} },
    layout: {},
    hubUrl: '',
    proxy: '',
    cacheBytes: 20_000_000_000,
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return 'reviewer'
  }
}

/**
 * The desk with the workspace that is open now: a call that goes on for a while ends on the workspace it began with, whichever is
 * opened meanwhile.
 */
export function seatAt(desk: Desk): Desk {
  return { ...desk }
}

/**
 * Tells every screen that something changed, with the new counts, and which examples it is about where these are few. A workspace that is being left has
 * no screen any more.
 */
export async function announce(desk: Desk, what: 'examples' | 'verdicts' | 'decisions' | 'workspace', ids?: string[]): Promise<void> {
  if (desk.session.closing.signal.aborted) return
  desk.events.publish({ kind: 'changed', what, counts: await countsOf(desk.session), ...(ids ? { ids } : {}) })
}
