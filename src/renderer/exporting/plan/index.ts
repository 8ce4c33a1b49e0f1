/**
 * Which examples leave and how they are divided: parts of the Export screen, controlled by it. A *share* is shown in percent and is 0 to 1 in the plan. What
 * is half typed stays in its field: `onChange` hears only of plans that can be asked for.
 */
export { ChoicePanel } from './choice-panel.tsx'
export { SplitsPanel } from './splits-panel.tsx'
