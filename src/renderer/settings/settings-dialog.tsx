import { type ReactNode, type Ref, useEffect, useRef } from 'react'
import { type Layer, openLayer, useLayer } from '../state/layer-store.ts'
import { useWorkspace } from '../state/use-workspace.ts'
import { Dialog } from '../widgets/index.ts'
import { CacheSection } from './cache-section.tsx'
import { HubSection } from './hub-section.tsx'
import { PersonSection } from './person-section.tsx'
import { ReviewSection } from './reasons/reasons-section.tsx'
import { TokensSection } from './tokens-section.tsx'
import './settings.css'

/** What is remembered for this person on this machine, and what the workspace keeps of the Hub. Every change is kept at once. */
export function SettingsDialog() {
  const { layer } = useLayer()
  const isOpen = layer !== null && LAYERS.includes(layer)
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => openLayer(null)}
      look="wide"
      title="Settings"
      description="Kept for you on this machine, in every workspace."
    >
      {isOpen && <Sections startsAt={layer} />}
    </Dialog>
  )
}

const LAYERS: readonly Layer[] = ['settings', 'settings-hub', 'settings-tokens', 'settings-review']

function Sections({ startsAt }: { startsAt: Layer }) {
  const workspace = useWorkspace().data
  const first = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (startsAt !== 'settings') first.current?.scrollIntoView({ block: 'start' })
  }, [startsAt])
  const headingOf = (layer: Layer) => (startsAt === layer ? first : undefined)
  return (
    <div className="settings">
      <Section title="You">
        <PersonSection />
      </Section>
      <Section title="Review" heading={headingOf('settings-review')}>
        <ReviewSection />
      </Section>
      <Section title="Tokens" heading={headingOf('settings-tokens')}>
        <TokensSection />
      </Section>
      <Section title="Hub" heading={headingOf('settings-hub')}>
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

function Section({ title, heading, children }: SectionProps) {
  return (
    <section className="settings-section" aria-label={title}>
      <h3 ref={heading} tabIndex={-1} data-first-focus={heading !== undefined || undefined}>
        {title}
      </h3>
      <div className="settings-fields">{children}</div>
    </section>
  )
}

/** `heading`: the dialog was opened for this section. */
interface SectionProps {
  title: string
  heading?: Ref<HTMLHeadingElement> | undefined
  children: ReactNode
}
