import { formatCount, toast } from '../../widgets/index.ts'
import { useTrace } from '../trajectory/trace-context.ts'
import type { MessageView } from '../types.ts'
import { useEditSteps } from './use-edit-steps.ts'

/** What one press does to a message: masks or unmasks it, cuts behind it or takes that cut back. */
export function useStepActions(messages: readonly MessageView[]) {
  const { edits } = useTrace()
  const edit = useEditSteps()
  const toggleMask = (index: number) => {
    const message = messages[index]
    if (message?.role !== 'assistant') {
      toast({ text: `Only assistant turns are trained on: message ${index} is context only already` })
    } else if (edits.masked.includes(index)) void edit([{ kind: 'unmask', messages: [index] }], `Message ${index} is trained on again`)
    else
      void edit(
        [{ kind: 'mask', messages: [index] }],
        `Message ${index} is context only: ${formatCount(message.tokens)} tokens not trained`,
      )
  }
  const takeCutBack = () => void edit([{ kind: 'uncut' }], 'The whole run leaves again')
  const toggleCut = (index: number) => {
    const { cutAfter } = edits
    if (cutAfter !== null && index >= cutAfter) takeCutBack()
    else void edit([{ kind: 'cut', after: index }], `Cut after message ${index} and its results`)
  }
  return { toggleMask, toggleCut, takeCutBack }
}
