import { Copy } from 'lucide-react'
import { useContext } from 'react'
import { faultOf } from '../../state/fault-of.ts'
import { IconButton, toast } from '../../widgets/index.ts'
import { readCovered } from '../steps/logic/cover-text.ts'
import { WordsContext } from '../steps/words-context.ts'

/** Copies a text that is here, or one that must be fetched first; redacted text as the words that stand for it. */
export function CopyText({ label, text }: { label: string; text: string | (() => Promise<string>) }) {
  const words = useContext(WordsContext)
  const said = async () => readCovered(typeof text === 'string' ? text : await text(), words)
  return <IconButton label={`Copy ${label}`} icon={<Copy size={13} aria-hidden />} onClick={() => void copy(label, said)} />
}

async function copy(label: string, text: () => Promise<string>): Promise<void> {
  try {
    await navigator.clipboard.writeText(await text())
    toast({ text: `Copied ${label}` })
  } catch (error) {
    toast({ text: `Could not copy ${label}: ${faultOf(error).message}`, tone: 'drop' })
  }
}
