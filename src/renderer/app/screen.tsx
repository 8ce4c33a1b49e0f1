import { lazy, Suspense } from 'react'
import { BrowseScreen } from '../browse/index.ts'
import { ExportScreen } from '../exporting/index.ts'
import { MetricsScreen } from '../metrics/index.ts'
import { OpenScreen } from '../open/index.ts'
import { RecipeScreen } from '../recipe/index.ts'
import { ReviewScreen } from '../reviewing/index.ts'
import { Skeleton } from '../widgets/index.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { loadExample } from './preload-example.ts'
import { hashOf, type Route } from './route.ts'

const SiblingsScreen = lazy(() => import('../siblings/index.ts').then((screen) => ({ default: screen.SiblingsScreen })))

const ExampleScreen = lazy(() => loadExample().then((screen) => ({ default: screen.ExampleScreen })))

/** The screen of a route; a bug in it stays in it. */
export function Screen({ route }: { route: Route }) {
  return (
    <ErrorBoundary resetOn={hashOf(route)}>
      <Suspense fallback={<Skeleton lines={12} height={16} />}>{screenOf(route)}</Suspense>
    </ErrorBoundary>
  )
}

function screenOf(route: Route) {
  switch (route.screen) {
    case 'open':
      return <OpenScreen />
    case 'browse':
      return <BrowseScreen />
    case 'metrics':
      return <MetricsScreen />
    case 'recipe':
      return <RecipeScreen />
    case 'review':
      return <ReviewScreen />
    case 'export':
      return <ExportScreen />
    case 'siblings':
      return <SiblingsScreen id={route.id} />
    case 'example':
      return <ExampleScreen id={route.id} message={route.message} queue={route.queue} />
  }
}
