import { Copy } from 'lucide-react'
import { IconButton } from './icon-button.tsx'
import { toast } from './toast-store.ts'

/** Copies a text and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast({ text: `Copied ${label}` }),
      () => toast({ text: 'The clipboard could not be written. Select the text and copy it by hand.', tone: 'drop' }),
    )
  return <IconButton label={`Copy ${label}`} icon={<Copy size={14} aria-hidden />} onClick={() => void copy()} />
}
