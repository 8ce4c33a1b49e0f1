import { type ReactNode, type Ref, useEffect, useRef } from 'react'
import { openLayer, useLayer } from '../state/layer-store.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { Dialog } from '../widgets/index.ts'
import { CacheSection } from './cache-section.tsx'
import { HubSection } from './hub-section.tsx'
import { PersonSection } from './person-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import './settings.css'

/** What is remembered for this person on this machine, and what the workspace keeps of the Hub. Every change is kept at once. */
export function SettingsDialog() {
  const { layer } = useLayer()
  const isOpen = layer === 'settings' || layer === 'settings-hub'
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => openLayer(null)}
      look="wide"
      title="Settings"
      description="Kept for you on this machine, in every workspace."
    >
      {isOpen && <Sections startsAtHub={layer === 'settings-hub'} />}
    </Dialog>
  )
}

function Sections({ startsAtHub }: { startsAtHub: boolean }) {
  const workspace = useWorkspace().data
  const hub = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (startsAtHub) hub.current?.scrollIntoView({ block: 'start' })
  }, [startsAtHub])
  return (
    <div className="settings">
      <Section title="You">
        <PersonSection />
      </Section>
      <Section title="Tokens">
        <TokensSection />
      </Section>
      <Section title="Hub" heading={hub} isFirstFocus={startsAtHub}>
        <HubSection />
      </Section>
      <Section title="Cache">
        <CacheSection />
      </Section>
      {workspace && (
        <p className="settings-about">
          Winnow {workspace.version} · workspace <span className="mono">{workspace.path}</span>
        </p>
      )}
    </div>
  )
}

function Section({ title, heading, isFirstFocus = false, children }: SectionProps) {
  return (
    <section className="settings-section" aria-label={title}>
      <h3 ref={heading} tabIndex={-1} data-first-focus={isFirstFocus || undefined}>
        {title}
      </h3>
      <div className="settings-fields">{children}</div>
    </section>
  )
}

/** `isFirstFocus`: the dialog was opened for this section. */
interface SectionProps {
  title: string
  heading?: Ref<HTMLHeadingElement>
  isFirstFocus?: boolean
  children: ReactNode
}
