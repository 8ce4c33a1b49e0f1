import { ChartColumn, Check, Download, Filter, FolderOpen, type LucideIcon, Table2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tooltip } from '../widgets/index.ts'
import { hashOf, type Route } from './route.ts'

/** The way between screens. An example belongs to Review, whose work it is. */
export function Rail({ screen }: { screen: Route['screen'] }) {
  return (
    <nav className="rail" aria-label="Screens" data-area>
      <Place to={{ screen: 'open' }} icon={FolderOpen} name="Open" keys="g 1" isOn={screen === 'open'} />
      <Place to={{ screen: 'browse' }} icon={Table2} name="Browse" keys="g 2" isOn={screen === 'browse'} />
      <Place to={{ screen: 'metrics' }} icon={ChartColumn} name="Metrics" keys="g 3" isOn={screen === 'metrics'} />
      <Place to={{ screen: 'recipe' }} icon={Filter} name="Recipe" keys="g 4" isOn={screen === 'recipe'} />
      <Place
        to={{ screen: 'review' }}
        icon={Check}
        name="Review"
        keys="g 5"
        isOn={screen === 'review' || screen === 'example' || screen === 'siblings'}
      />
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
