import { Popover } from 'radix-ui'
import { useState } from 'react'
import { Button, formatCounted } from '../../widgets/index.ts'
import { useRuleTitles } from '../findings/use-rule-titles.ts'
import type { ReasonLine } from '../logic/reason-lines.ts'
import { MarkedText } from '../trajectory/marked-text.tsx'
import { ReasonMark } from './reason-mark.tsx'
import './reason-list.css'

/** All reasons whole, above the bar; each leads to its finding or its step. */
export function ReasonList({ lines, onWay }: { lines: readonly ReasonLine[]; onWay: (line: ReasonLine) => void }) {
  const [isOpen, setOpen] = useState(false)
  const { titleOf } = useRuleTitles()
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button kind="ghost" className="reason-more" aria-label={`All ${formatCounted(lines.length, 'reason')}`}>
          {lines.length === 1 ? 'details' : `all ${lines.length}`}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="popover reason-list" side="top" align="start" sideOffset={10} collisionPadding={8} aria-label="Reasons">
          <ol>
            {lines.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: reasons stand in the order of the recipe
              <li key={i}>
                <button
                  type="button"
                  className="reason-way"
                  onClick={() => {
                    setOpen(false)
                    onWay(line)
                  }}
                >
                  <span className="reason-text">
                    <ReasonMark line={line} /> <MarkedText text={line.text} />
                  </span>
                  <span className="muted">
                    {titleOf(line.rule)} · {wayWords(line)}
                  </span>
                </button>
              </li>
            ))}
          </ol>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function wayWords({ findings }: ReasonLine): string {
  return findings.length > 0 ? `show ${formatCounted(findings.length, 'finding')}` : 'its step in the recipe'
}
