import { TriangleAlert } from 'lucide-react'
import { useWorkspace } from '../state/use-workspace.ts'

/** Says why tables and plots may be out of date, and what to do about it. */
export function TroubleBanner() {
  const trouble = useWorkspace().data?.trouble
  if (!trouble) return null
  return (
    <div className="connection-banner" role="alert">
      <TriangleAlert size={15} aria-hidden />
      <b>Not up to date</b>
      <span>{trouble.message}</span>
      {trouble.remedy !== null && <span>{trouble.remedy}</span>}
    </div>
  )
}
