import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../api/use-api.ts'
import { navigate, queueShown } from '../../../app/route.ts'
import { TemplateField } from '../../../exporting/templates/template-field.tsx'
import { EmptyState, ErrorState, Select, Skeleton } from '../../../widgets/index.ts'
import { CheckList } from './check-list.tsx'
import { NoteList } from './note-list.tsx'
import { RenderedText } from './rendered-text.tsx'
import { TokenShares } from './token-shares.tsx'
import { useTrainerChoice } from './use-trainer-choice.ts'
import './trainer.css'

/** The example as a trainer would read it: what is lost on the way, how many tokens, and the very text. */
export function TrainerTab({ id }: { id: string }) {
  const api = useApi()
  const { choice, plan, choose } = useTrainerChoice()
  const targets = useQuery({ queryKey: ['export', 'targets'], queryFn: () => api.export.targets() })
  const target = targets.data?.find((one) => one.id === choice.target) ?? targets.data?.[0]
  const takesTemplate = target?.needsTemplate || target?.options.includes('template')
  const template = takesTemplate ? choice.template : null
  const lacksTemplate = Boolean(target?.needsTemplate && template === null)
  const input = { id, target: target?.id ?? choice.target, policies: plan.policies, options: { ...plan.options, template } }
  const view = useQuery({
    queryKey: ['trainer', 'view', input],
    queryFn: ({ signal }) => api.trainer.view(input, { signal }),
    enabled: target !== undefined && !lacksTemplate,
  })
  const go = (message: number) => navigate({ screen: 'example', id, message, queue: queueShown() })
  if (targets.error) return <ErrorState error={targets.error} onRetry={() => void targets.refetch()} />
  return (
    <div className="scroll trainer">
      <div className="trainer-choice">
        <Select
          label="Trainer"
          options={targets.data?.map((one) => ({ value: one.id, text: one.title })) ?? []}
          value={input.target}
          onChange={(value) => {
            const chosen = targets.data?.find((one) => one.id === value)
            if (chosen) choose({ ...choice, target: chosen.id })
          }}
        />
        {takesTemplate && (
          <TemplateField
            value={choice.template}
            isNeeded={target?.needsTemplate ?? false}
            isBrief
            onChange={(chosen) => choose({ ...choice, template: chosen })}
          />
        )}
        <p className="faint trainer-note">
          With the policies and the other options of <a href="#/export">Export</a>.
        </p>
      </div>
      {lacksTemplate && (
        <EmptyState title="Needs a chat template">{target?.title} renders rows itself: choose a template above, or take one in.</EmptyState>
      )}
      {view.error && <ErrorState error={view.error} onRetry={() => void view.refetch()} />}
      {view.isPending && !view.error && !lacksTemplate && (
        <div className="patch-loading">
          <Skeleton lines={14} height={18} label="Rendering as the trainer would" />
        </div>
      )}
      {view.data && (
        <>
          {view.data.isLeftOut && (
            <p className="trainer-out" role="status">
              ○ Left out: by the policies on Export this example does not leave.
            </p>
          )}
          <CheckList checks={view.data.checks} onGo={go} />
          <TokenShares tokens={view.data.tokens} onGo={go} />
          <NoteList notes={view.data.notes} onGo={go} />
          <RenderedText key={`${id} ${input.target} ${template}`} view={view.data} onGo={go} />
        </>
      )}
    </div>
  )
}
