import { Copy } from 'lucide-react'
import { faultOf } from '../../state/fault-of.ts'
import { IconButton, toast } from '../../widgets/index.ts'

/** Copies a text that is here, or one that must be fetched first. */
export function CopyText({ label, text }: { label: string; text: string | (() => Promise<string>) }) {
  return <IconButton label={`Copy ${label}`} icon={<Copy size={13} aria-hidden />} onClick={() => void copy(label, text)} />
}

async function copy(label: string, text: string | (() => Promise<string>)): Promise<void> {
  try {
    const whole = typeof text === 'string' ? text : await text()
    await navigator.clipboard.writeText(whole)
    toast({ text: `Copied ${label}` })
  } catch (error) {
    toast({ text: `Could not copy ${label}: ${faultOf(error).message}`, tone: 'drop' })
  }
}
