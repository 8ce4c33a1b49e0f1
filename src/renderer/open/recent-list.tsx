import { useQuery } from '@tanstack/react-query'
import { useApi } from '../api/use-api.ts'
import { Button, formatCount, formatDate } from '../widgets/index.ts'
import { useOpening } from './use-opening.ts'

/** Workspaces opened before; the one that is open is not among them. */
export function RecentList({ current }: { current: string | null }) {
  const api = useApi()
  const { switchTo } = useOpening()
  const { data = [] } = useQuery({ queryKey: ['workspace', 'recent'], queryFn: () => api.workspace.recent() })
  const others = data.filter((workspace) => workspace.path !== current)
  if (others.length === 0) return null
  return (
    <section className="open-section">
      <h2>Recent workspaces</h2>
      <ul className="recent">
        {others.map((workspace) => (
          <li key={workspace.path}>
            <Button kind="ghost" className="recent-line" onClick={() => void switchTo(workspace.path)}>
              <b>{workspace.name}</b>
              <span className="mono cut faint">{workspace.path}</span>
              <span className="grow" />
              <span className="faint">
                {formatCount(workspace.examples)} examples · {formatDate(workspace.openedAt)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
