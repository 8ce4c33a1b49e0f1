import { ChartColumn, Check, Download, Filter, FolderOpen, type LucideIcon, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tooltip } from '../widgets/index.ts'
import { hashOf, type Route } from './route.ts'
import { useReview } from './use-review.ts'

/** The way between screens. Review is not a place of its own: it goes to the next undecided example. */
export function Rail({ screen }: { screen: Route['screen'] }) {
  const review = useReview()
  return (
    <nav className="rail" aria-label="Screens" data-area>
      <Place to={{ screen: 'open' }} icon={FolderOpen} name="Open" keys="g 1" isOn={screen === 'open'} />
      <Place to={{ screen: 'browse' }} icon={Table2} name="Browse" keys="g 2" isOn={screen === 'browse'} />
      <Place to={{ screen: 'metrics' }} icon={ChartColumn} name="Metrics" keys="g 3" isOn={screen === 'metrics'} />
      <Place to={{ screen: 'recipe' }} icon={Filter} name="Recipe" keys="g 4" isOn={screen === 'recipe'} />
      <Tooltip text="Next undecided example" keys="g 5" side="right">
        <button
          type="button"
          className={screen === 'example' ? 'place place-on' : 'place'}
          aria-current={screen === 'example' ? 'page' : undefined}
          onClick={() => void review()}
        >
          <Glyph icon={Check}>Review</Glyph>
        </button>
      </Tooltip>
      <Place to={{ screen: 'export' }} icon={Download} name="Export" keys="g 6" isOn={screen === 'export'} />
    </nav>
  )
}

function Place({ to, icon, name, keys, isOn }: { to: Route; icon: LucideIcon; name: string; keys: string; isOn: boolean }) {
  return (
    <Tooltip text={name} keys={keys} side="right">
      <a className={isOn ? 'place place-on' : 'place'} href={hashOf(to)} aria-current={isOn ? 'page' : undefined}>
        <Glyph icon={icon}>{name}</Glyph>
      </a>
    </Tooltip>
  )
}

function Glyph({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <>
      <Icon size={17} strokeWidth={1.6} aria-hidden />
      {children}
    </>
  )
}
