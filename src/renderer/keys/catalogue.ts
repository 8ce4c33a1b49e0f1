/** A place of the page that has keys of its own; `find` lies over an example while something is looked for. */
export type KeyScreen = 'open' | 'browse' | 'metrics' | 'recipe' | 'review' | 'example' | 'siblings' | 'export' | 'find'

/** What a key of Winnow's own does. */
export interface KeyAction {
  /** As components name it: see KeyBinding. */
  key: string
  name: string
  group: string
  /** Where it is live; none stands for everywhere. */
  screens: readonly KeyScreen[]
}

const of = (group: string, screens: readonly KeyScreen[], ...actions: readonly (readonly [key: string, name: string])[]): KeyAction[] =>
  actions.map(([key, name]) => ({ key, name, group, screens }))

/**
 * Every key there is, as the settings and docs/keys.md list them. An end-to-end test holds the keys that screens register against it, so that
 * it cannot fall behind.
 */
export const CATALOGUE: readonly KeyAction[] = [
  ...of(
    'Everywhere',
    [],
    ['Mod+K', 'Search, or run a command'],
    ['?', 'Keys'],
    ['Mod+Z', 'Undo the last decision'],
    ['Mod+Shift+Z', 'Redo the decision taken back'],
    ['F6', 'Next area'],
    ['Shift+F6', 'Previous area'],
    ['Escape', 'Cancel the running work'],
    ['Mod+,', 'Settings'],
  ),
  ...of('Go to', [], ['g 1', 'Open'], ['g 2', 'Browse'], ['g 3', 'Metrics'], ['g 4', 'Recipe'], ['g 5', 'Review'], ['g 6', 'Export']),
  ...of('Decide', ['browse', 'example', 'review'], ['a', 'Accept'], ['x', 'Reject']),
  ...of('Decide', ['browse', 'example'], ['u', 'Undo']),
  ...of('Decide', ['browse'], ['Shift+D', 'Decide about all of them']),
  ...of(
    'Decide',
    ['example'],
    ['Space', 'Skip'],
    ['o', 'Override'],
    ['n', 'Note'],
    ['Shift+N', 'Tag'],
    ['f', 'Flag'],
    ['Mod+Z', 'Undo'],
    ['Mod+Shift+Z', 'Redo'],
    ['Mod+Enter', 'Save and go on'],
  ),
  ...of('Move', ['example'], ['[', 'Previous example'], [']', 'Next example'], ['c', 'Compare siblings']),
  ...of(
    'In the run',
    ['example'],
    ['j', 'Next step'],
    ['k', 'Previous step'],
    ['Home', 'First step'],
    ['End', 'Last step'],
    [':', 'Go to message'],
    ['w', 'Next error'],
    ['Shift+W', 'Previous error'],
    ['d', 'Next edit'],
    ['Shift+D', 'Previous edit'],
    ['t', 'Next test'],
    ['Shift+T', 'Previous test'],
    ['Shift+J', 'Next finding'],
    ['Shift+K', 'Previous finding'],
    ['h', 'Heaviest step'],
    ['r', 'Show or fold reasoning'],
    ['l', 'Collapse runs of like calls'],
    ['/', 'Find in the run'],
  ),
  ...of('Steps', ['example'], ['m', 'Context only'], ['Shift+M', 'Proposals'], ['Shift+C', 'Cut after this step'], ['Shift+R', 'Redact']),
  ...of('Find', ['find'], ['n', 'Next hit'], ['Shift+N', 'Previous hit'], ['/', 'Find in the run'], ['Escape', 'Close find']),
  ...of(
    'Evidence',
    ['example'],
    ['g p', 'Patch'],
    ['g r', 'Reference'],
    ['g e', 'Files'],
    ['g f', 'Findings'],
    ['g t', 'Trainer'],
    ['g m', 'Measures'],
    ['g d', 'Metadata'],
    ['e', 'Raw row and back'],
  ),
  ...of(
    'Patch',
    ['example'],
    ['v', 'Mark file viewed'],
    ['.', 'Next file'],
    [',', 'Previous file'],
    ['s', 'Split or unified'],
    ['Shift+S', 'Hide whitespace'],
    ['q', 'Compare'],
  ),
  ...of('Browse', ['browse'], ['Enter', 'Open the example'], ['/', 'Filter by text'], ['m', 'Measure this selection']),
  ...of('Review', ['review'], ['q', 'New queue'], ['Enter', 'Go on'], ['b', 'Blind review']),
  ...of(
    'Disagreements',
    ['review'],
    ['Enter', 'Open the example'],
    ['ArrowDown', 'Next disagreement'],
    ['ArrowUp', 'Previous disagreement'],
  ),
  ...of(
    'Attempts',
    ['siblings'],
    ['ArrowRight', 'Next attempt'],
    ['ArrowLeft', 'Previous attempt'],
    ['p', 'Pick as best'],
    ['w', 'Chosen of a pair'],
    ['s', 'Rejected of a pair'],
    ['o', 'Open this attempt'],
    ['c', 'Back to the example'],
    ['v', 'Calls or patches'],
  ),
  ...of(
    'Calls',
    ['siblings'],
    ['j', 'Next line'],
    ['k', 'Previous line'],
    ['d', 'Next difference'],
    ['Shift+D', 'Previous difference'],
    ['l', 'Fold what is the same'],
  ),
  ...of(
    'Metrics',
    ['metrics'],
    ['c', 'Compare by the next'],
    ['w', 'Selection or whole corpus'],
    ['b', 'Back to the selection before'],
    ['m', 'Measure this selection'],
  ),
  ...of(
    'Recipe',
    ['recipe'],
    ['j', 'Next step'],
    ['k', 'Previous step'],
    ['Space', 'Switch the step on or off'],
    ['Enter', 'Open or close its parameters'],
    ['Alt+ArrowUp', 'Move the step up'],
    ['Alt+ArrowDown', 'Move the step down'],
    ['d', 'Duplicate the step'],
    ['Delete', 'Remove the step'],
    ['n', 'Add a step'],
    ['f', 'In order, alone or overlap'],
    ['t', 'Steps or text'],
    ['Mod+Enter', 'Apply'],
    ['Mod+Z', 'Undo the edit'],
    ['Mod+Shift+Z', 'Redo the edit'],
  ),
]

/** Winnow's own keys, in the order of the catalogue, each with all that it does. */
export function actionsByKey(): Map<string, KeyAction[]> {
  const byKey = new Map<string, KeyAction[]>()
  for (const action of CATALOGUE) byKey.set(action.key, [...(byKey.get(action.key) ?? []), action])
  return byKey
}
