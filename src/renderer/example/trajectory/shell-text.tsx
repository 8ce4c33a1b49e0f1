import { memo } from 'react'
import { shellTokens } from '../logic/shell-tokens.ts'
import { MarkedText } from './marked-text.tsx'

/** A command, coloured. */
export const ShellText = memo(function ShellText({ text }: { text: string }) {
  return shellTokens(text).map((token, i) =>
    token.kind === 'plain' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
      <MarkedText key={i} text={token.text} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no identity but their place
      <span key={i} className={`shell-${token.kind}`}>
        <MarkedText text={token.text} />
      </span>
    ),
  )
})
