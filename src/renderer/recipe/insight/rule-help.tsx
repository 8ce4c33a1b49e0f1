import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../api/use-api.ts'
import { CopyButton } from '../../widgets/index.ts'
import type { StepLine } from '../step-lines.ts'

const KINDS = {
  drop: 'asks each example alone',
  choose: 'chooses among what is left of a group',
  share: 'holds a share of what is left',
} as const

/** What a rule means, what it asks, and what its check looks for. */
export function RuleHelp({ line: { rule, step } }: { line: StepLine }) {
  const api = useApi()
  const { data: checks = [] } = useQuery({ queryKey: ['recipe', 'checks'], queryFn: () => api.recipe.checks() })
  if (!rule) return null
  const check = checks.find(({ id }) => id === rule.check)
  const when = typeof step.parameters.drop === 'string' && rule.id === 'expression' ? step.parameters.drop : rule.when
  return (
    <div className="rule-about">
      <h3>The rule</h3>
      <p>{rule.help}</p>
      <p className="muted">
        <span className="mono">{rule.id}</span> version {rule.version}, pack {rule.pack}, severity {rule.severity}; {KINDS[rule.kind]}.
      </p>
      {when !== null && (
        <div className="rule-when">
          <code className="mono">{when}</code>
          <CopyButton text={when} label="the condition" />
        </div>
      )}
      {check && (
        <dl className="rule-kinds">
          <dt>
            Check <span className="mono">{check.id}</span>
          </dt>
          <dd>{check.title}</dd>
          {Object.entries(check.kinds).map(([kind, what]) => (
            <div key={kind}>
              <dt className="mono">{kind}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}
