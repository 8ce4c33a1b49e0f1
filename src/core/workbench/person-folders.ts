import { join } from 'node:path'

/** Where this machine keeps a person's data and settings. */
export interface PersonFolders {
  /** Holds one folder a workspace. */
  data: string
  /** Settings and the list of recent workspaces. */
  config: string
}

/** What decides where the folders are; the process's own in real life. */
export interface Machine {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  home: string
}

/**
 * The folders the system sets aside for Winnow: XDG's on Linux, Application Support on a Mac, AppData on Windows. A variable
 * that is empty or not absolute counts as unset, as the XDG base directory specification asks.
 */
export function personFolders({ platform, env, home }: Machine): PersonFolders {
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support', 'winnow')
    return { data: support, config: support }
  }
  if (platform === 'win32') {
    return {
      data: join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'winnow'),
      config: join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'winnow'),
    }
  }
  const absolute = (value: string | undefined, otherwise: string): string => (value?.startsWith('/') ? value : otherwise)
  return {
    data: join(absolute(env.XDG_DATA_HOME, join(home, '.local', 'share')), 'winnow'),
    config: join(absolute(env.XDG_CONFIG_HOME, join(home, '.config')), 'winnow'),
  }
}
