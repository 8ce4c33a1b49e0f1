import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { templateInfo } from '#contract'
import { type TemplateText, templateId } from '#export'
import { fault, type TemplateInfo } from '#record'
import { keepFile } from '../../keep-file.ts'
import type { Session } from '../../session.ts'

type Workspace = Session['workspace']

/** Setting of the workspace that lists its templates, newest first, each with what trying it told. */
const TEMPLATES = 'templates'

/** Folder of a workspace with their texts, each named by its content. */
const FOLDER = 'templates'

const listed = z.array(templateInfo)

const stored = z.object({
  name: z.string(),
  text: z.string(),
  specials: z.record(z.string(), z.string()),
}) satisfies z.ZodType<TemplateText>

/** The templates of a workspace, newest first; none where nobody can read the list. */
export function listTemplates({ record }: Workspace): TemplateInfo[] {
  return listed.safeParse(parsed(record.setting(TEMPLATES))).data ?? []
}

/** Keeps a template that was tried. */
export async function keepTemplate(workspace: Workspace, template: TemplateText, info: TemplateInfo): Promise<void> {
  await keepFile(JSON.stringify(template), pathOf(workspace, info.id))
  setList(workspace, [info, ...listTemplates(workspace).filter(({ id }) => id !== info.id)])
}

/** Lets go of a template; false when there is none of that id. */
export async function forgetTemplate(workspace: Workspace, id: string): Promise<boolean> {
  const all = listTemplates(workspace)
  const found = all.find((info) => info.id === id)
  if (!found) return false
  setList(
    workspace,
    all.filter((info) => info !== found),
  )
  await rm(pathOf(workspace, found.id), { force: true })
  return true
}

/**
 * The text of a template, as it was when it was taken.
 *
 * @throws FaultError `not-found` when there is none of that id; `workspace-damaged` when its text is gone or another one by now
 */
export async function keptTemplate(workspace: Workspace, id: string): Promise<TemplateText> {
  const found = listTemplates(workspace).find((info) => info.id === id)
  if (!found) throw unknownTemplate(workspace, id)
  const path = pathOf(workspace, found.id)
  const read = stored.safeParse(parsed(await readFile(path, 'utf8').catch(() => null)))
  if (read.success && templateId(read.data) === found.id) return read.data
  throw fault('workspace-damaged', `The text of the chat template ${found.name} (${id}) is gone, or another one by now: ${path}.`, {
    culprit: path,
    remedy: 'Take it into the workspace again: winnow template PATH.',
  })
}

function unknownTemplate(workspace: Workspace, id: string) {
  const known = listTemplates(workspace).map((info) => `${info.id} (${info.name})`)
  return fault(
    'not-found',
    `There is no chat template ${id} in this workspace; there ${known.length > 0 ? `are ${known.join(', ')}` : 'is none'}.`,
    {
      culprit: id,
      remedy: 'Take one with winnow template PATH: a .jinja file, a tokenizer_config.json, or the folder of a model.',
    },
  )
}

/** The id is one of a list that was made here: nothing but digits. */
function pathOf({ path }: Workspace, id: string): string {
  return join(path, FOLDER, `${id}.json`)
}

function setList({ record }: Workspace, infos: TemplateInfo[]): void {
  record.setSetting(TEMPLATES, JSON.stringify(infos))
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
