import type { Call } from '#record'

/** What makes two calls the same, and what makes them alike, as texts. */
export interface CallKeys {
  same: string
  alike: string
}

/**
 * By what a call does, so that two harnesses' ways of saying it are the same: the command, the file and the change, the file viewed. Alike are calls that
 * run the same program, change the same file, or look at the same file.
 */
export function callKeys({ name, act, argumentsText }: Pick<Call, 'name' | 'act' | 'argumentsText'>): CallKeys {
  switch (act.kind) {
    case 'shell':
      return { same: `shell\n${act.command.trim()}`, alike: `shell\n${programOf(act.command)}` }
    case 'edit':
      return { same: `edit\n${act.path}\n${JSON.stringify(act.change)}`, alike: `edit\n${act.path}` }
    case 'view':
      return { same: `view\n${act.path}\n${argumentsText}`, alike: `view\n${act.path}` }
    case 'think':
      return { same: `think\n${act.thought.trim()}`, alike: 'think' }
    case 'finish':
      return { same: 'finish', alike: 'finish' }
    case 'other':
      return { same: `${name}\n${argumentsText.trim()}`, alike: `other\n${name}` }
  }
}

/** The first word behind `cd … &&` and assignments: what the command line is for, as far as one look tells. */
function programOf(command: string): string {
  const start = command.trim().slice(0, 400)
  const rest = start.replace(/^cd\s{1,20}\S{1,200}\s{0,20}(?:&&|;)\s{0,20}/, '')
  return rest.split(/\s+/).find((word) => !/^[A-Za-z_]\w{0,100}=/.test(word)) ?? ''
}
