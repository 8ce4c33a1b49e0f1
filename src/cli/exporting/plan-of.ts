import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ExportPlan, fault } from '#record'
import { queueCalled } from '../commands/queue.ts'
import type { Client } from '../session.ts'
import type { Terminal } from '../terminal.ts'
import type { PlanOptions } from './plan-options.ts'
import { readPlan, wholePlan } from './read-plan.ts'

type Parts = Record<string, unknown>

/** The plan of a command line: the file's, then what else was said. A template that is a path is taken into the workspace. */
export async function planOf(options: PlanOptions, client: Client, terminal: Terminal): Promise<ExportPlan> {
  const file = options.plan === undefined ? {} : await readPlan(resolve(terminal.cwd, options.plan))
  const part = (name: string): Parts => (file[name] ?? {}) as Parts
  const queue = options.queue === undefined ? undefined : (await queueCalled(client, options.queue, terminal.signal)).id
  const template = options.template === undefined ? undefined : await templateId(options.template, client, terminal)
  const said = {
    ...file,
    ...defined({ target: options.target }),
    choice: { ...part('choice'), ...choiceOf(options, part('choice')), ...defined({ queue }) },
    splits: splitsOf(options, file.splits),
    policies: { ...part('policies'), ...policiesOf(options) },
    options: { ...part('options'), ...optionsOf(options), ...defined({ template }) },
  }
  const plan = await wholePlan(said, options.plan ?? 'the options')
  checkOverlong(options, plan)
  return plan
}

/** Without a context length no row is too long, and what was asked for would do nothing. */
function checkOverlong({ overlong }: PlanOptions, { options }: ExportPlan): void {
  if (overlong === undefined || overlong === 'take' || options.contextLength !== null) return
  throw fault('bad-input', `--overlong ${overlong} needs to know which rows are too long.`, {
    culprit: '--overlong',
    remedy: 'Say how many tokens the trainer reads: --context 32768.',
  })
}

function choiceOf({ where, facet, accepted, cap, mixture, share, limit, seed }: PlanOptions, before: Parts): Parts {
  const facets = new Map<string, string[]>()
  for (const [name, value] of facet ?? []) facets.set(name, [...(facets.get(name) ?? []), value])
  const selection = { ...(before.selection as Parts), ...defined({ where }), ...(facet ? { facets: Object.fromEntries(facets) } : {}) }
  if ((mixture === undefined) !== (share === undefined)) {
    throw fault('bad-input', 'A mixture needs both: what it is by, and shares.', {
      culprit: mixture ?? 'share',
      remedy: 'Say --mixture language --share python=0.5 --share go=0.5.',
    })
  }
  return {
    selection,
    ...defined({ caps: cap, limit, seed, outcome: accepted && 'accepted' }),
    ...(mixture && share ? { mixture: { by: mixture, shares: Object.fromEntries(share) } } : {}),
  }
}

function splitsOf({ split, shares, seed }: PlanOptions, before: unknown): unknown {
  const said = defined({ by: split, shares, seed })
  if (split === undefined && (before ?? null) === null) {
    if (shares === undefined) return null
    throw fault('bad-input', 'Shares of splits need to know by what.', { culprit: '--shares', remedy: 'Add --split repo or --split time.' })
  }
  return { ...((before ?? {}) as Parts), ...said }
}

function policiesOf({ reasoning, masks, overlong, lost }: PlanOptions): Parts {
  return defined({ reasoning, masks, overlong, lost })
}

function optionsOf({ arguments: form, context, withReferencePatch, parquet }: PlanOptions): Parts {
  return defined({ arguments: form, contextLength: context, withReferencePatch, withParquet: parquet })
}

/** What was said. */
function defined(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

/** Of a path what it holds is taken; anything else is an id. */
async function templateId(named: string, client: Client, { cwd, signal }: Terminal): Promise<string> {
  const path = resolve(cwd, named)
  const isThere = await stat(path).then(
    () => true,
    () => false,
  )
  if (isThere) return (await client.trainer.take({ path }, { signal })).id
  const templates = await client.trainer.templates(undefined, { signal })
  const known = templates.find(({ id, name }) => id === named || name === named)
  if (known) return known.id
  throw fault('not-found', `There is no file ${path} and no template "${named}" in this workspace.`, {
    culprit: named,
    remedy: 'Name a .jinja file, a tokenizer_config.json or the folder of a model. Those of a workspace: winnow template',
  })
}
