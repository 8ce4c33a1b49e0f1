import { useEffect, useRef } from 'react'
import { Button } from '../../widgets/index.ts'
import { PushPanel } from '../push/index.ts'
import { VerifyPanel } from '../verify/index.ts'
import { goOn, useAfter } from './after-store.ts'

const TITLES = { verify: 'Verify an export', push: 'Push to the Hub' } as const

/** The panel of what is done next with an export, come into sight when it is asked for. */
export function AfterPanel() {
  const { after } = useAfter()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!after) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [after])
  if (!after) return null
  return (
    <section className="after" aria-label={TITLES[after.kind]}>
      <header className="after-head">
        <h2 ref={heading} tabIndex={-1}>
          {TITLES[after.kind]}
        </h2>
        {/* The folder that is verified is the one written below, which may be any. */}
        <span className="mono muted cut grow">{after.kind === 'push' && after.dir}</span>
        <Button kind="ghost" onClick={() => goOn(null)}>
          Close
        </Button>
      </header>
      {after.kind === 'verify' ? <VerifyPanel key={after.dir} dir={after.dir} /> : <PushPanel dir={after.dir} />}
    </section>
  )
}
