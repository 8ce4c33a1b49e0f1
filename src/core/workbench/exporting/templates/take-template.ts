import { readTemplate } from '#export'
import { fault, type TemplateInfo } from '#record'
import type { Desk } from '../../desk.ts'
import { ThreadEnd } from '../threads/thread-end.ts'
import { keepTemplate } from './kept-templates.ts'

/**
 * Takes a chat template into the workspace: reads it, finds out in a thread how it behaves, and keeps a copy of its text.
 *
 * @throws FaultError `not-found`, `unreadable` or `bad-input` saying what is wrong with it; `disk-full` or `read-only` where it cannot be kept
 */
export async function takeTemplate({ session, rowPool }: Desk, path: string, signal?: AbortSignal): Promise<TemplateInfo> {
  const template = await readTemplate(path)
  try {
    const info = await rowPool.ask({ kind: 'try', template }, signal)
    await keepTemplate(session.workspace, template, info)
    return info
  } catch (error) {
    if (!(error instanceof ThreadEnd)) throw error
    throw fault('bad-input', `The chat template ${template.name} is not taken: trying it ${error.message}.`, {
      culprit: path,
      remedy: 'Look for a loop in it that does not end.',
      cause: error,
    })
  }
}
