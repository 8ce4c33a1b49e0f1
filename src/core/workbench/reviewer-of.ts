import type { Desk } from './desk.ts'

/** Who says something: the name given, else the one in this person's settings. */
export async function reviewerOf({ settings }: Pick<Desk, 'settings'>, reviewer: string | undefined): Promise<string> {
  return reviewer ?? (await settings.read()).reviewer
}
