/**
 * The Example screen: read a run, look at what it left behind, decide.
 *
 * *entry* a line of the outline: a step, or a message outside every step · *card* one message · *place* a text of a message (content,
 * reasoning, a call's arguments) · *fold* a long text's middle, hidden with its size told · *evidence* the right column · *verdict* the
 * recipe's word · *decision* a person's
 */
export { warmMonaco as warmExample } from '../monaco/index.ts'
export { ExampleScreen } from './example-screen.tsx'
