import type { Template } from '../types.ts'

const ARGUMENTS: Record<Template['arguments'], string> = {
  object: 'an object; a string is encoded twice or crashes',
  string: 'a JSON string; an object crashes',
  either: 'an object or a JSON string',
  neither: 'neither: calls do not survive it',
}

const KEPT: Record<Template['reasoning']['plain'], string> = { all: 'of every turn', last: 'of the last turn only', none: 'none is kept' }

/** One thing a template does to a row; `isLoss` when something the row has does not reach the model. */
export interface TemplateFact {
  name: string
  text: string
  isLoss: boolean
}

/** What a template does to rows, as trying it told. */
export function templateFacts({ arguments: taken, reasoning, marksTrained, notes }: Template): TemplateFact[] {
  return [
    { name: 'Arguments', text: ARGUMENTS[taken], isLoss: taken === 'neither' },
    { name: 'Reasoning', text: KEPT[reasoning.plain], isLoss: reasoning.plain !== 'all' },
    { name: 'with a later user turn', text: KEPT[reasoning.laterUser], isLoss: reasoning.laterUser !== 'all' },
    {
      name: 'Trained text',
      text: marksTrained ? 'marked by the template itself' : 'not marked: taken from what assistant turns say',
      isLoss: false,
    },
    ...notes.map((text) => ({ name: 'Also', text, isLoss: true })),
  ]
}
