import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api/use-api.ts'
import { setFacet } from '../../browse/edit-selection.ts'
import { Bars } from '../../plots/index.ts'
import { Button, DecisionMark, ErrorState, formatCount, Skeleton } from '../../widgets/index.ts'
import { failing, lookAt, openOneOf } from '../look-at.ts'
import type { StepLine } from '../step-lines.ts'
import { type Insight, overriddenWords, precisionWords, struckMost } from './insight-words.ts'
import { RuleHelp } from './rule-help.tsx'

/** What the selected step is, what it strikes, and how often people disagreed with it. */
export function StepInsight({ line }: { line: StepLine }) {
  return (
    <section className="insight" aria-label={`Step ${line.title}`}>
      <div className="insight-head">
        <h2>{line.title}</h2>
        {line.isChanged && line.key !== null && <span className="muted">as it is in force, before your changes</span>}
      </div>
      {line.key === null ? (
        <p className="insight-note">
          This step is not in force yet. Once it is applied, its examples and what people made of them stand here.
        </p>
      ) : (
        <Known stepKey={line.key} isOn={line.step.enabled} />
      )}
      <RuleHelp line={line} />
    </section>
  )
}

/** Asked anew whenever the screen opens: people decide on other screens. */
function Known({ stepKey: key, isOn }: { stepKey: string; isOn: boolean }) {
  const api = useApi()
  const input = { key }
  const asked = useQuery({
    queryKey: ['recipe', 'insight', input],
    queryFn: ({ signal }) => api.recipe.insight(input, { signal }),
    refetchOnMount: 'always',
  })
  if (asked.isError) {
    if (!isOn) return <p className="insight-note">This step is off. Switch it on and apply to see what it strikes.</p>
    return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} isCompact />
  }
  if (!asked.data) return <Waiting />
  return <Facts insight={asked.data} />
}

/** As high as what is on its way, so that the rule below does not jump. */
function Waiting() {
  return (
    <>
      <div className="figures">
        <Skeleton lines={1} height={84} label="Loading what is known of this step" />
        <Skeleton lines={1} height={84} />
        <Skeleton lines={1} height={84} />
      </div>
      <div className="insight-columns">
        <Skeleton lines={5} height={40} />
        <Skeleton lines={5} height={40} />
      </div>
    </>
  )
}

function Facts({ insight }: { insight: Insight }) {
  const precision = precisionWords(insight)
  const languages = struckMost(insight.byLanguage)
  const review = () => lookAt(setFacet(failing([insight.key], 'any'), 'decision', ['none']))
  return (
    <>
      <div className="figures">
        {precision === null ? (
          <Figure value={`0 of ${formatCount(insight.failing)}`} text="nobody has decided about these yet">
            {insight.failing > 0 && <Button onClick={review}>Review some of them</Button>}
          </Figure>
        ) : (
          <Figure value={overriddenWords(insight)} text="people kept rows this rule dropped" />
        )}
        <Figure
          value={precision?.rate ?? '–'}
          text={precision === null ? 'precision so far: no decided rows' : `precision so far, on decided rows (${precision.interval})`}
        />
        <Figure value={languages || '–'} text={insight.failing > 0 ? 'languages it removes most' : 'it removes nothing here'} />
      </div>
      {insight.failing > 0 && (
        <div className="insight-columns">
          <Examples insight={insight} onReview={review} />
          <Struck insight={insight} />
        </div>
      )}
    </>
  )
}

function Figure({ value, text, children }: { value: string; text: string; children?: ReactNode }) {
  return (
    <div className="figure">
      <div>
        <b className="cut" title={value}>
          {value}
        </b>
        <span>{text}</span>
      </div>
      {children}
    </div>
  )
}

function Examples({ insight, onReview }: { insight: Insight; onReview: () => void }) {
  const selection = failing([insight.key], 'any')
  return (
    <div className="insight-block">
      <h3>Real examples</h3>
      <ul className="samples">
        {insight.examples.map((example) => (
          <li key={example.id}>
            <button type="button" className="sample sample-tall" onClick={() => openOneOf(selection, example.id)}>
              <span className="mono cut sample-name">{example.instanceId ?? example.id}</span>
              <span className="muted cut sample-repo">{example.repo ?? '–'}</span>
              <span className="sample-mark">{example.decision !== null && <DecisionMark decision={example.decision} />}</span>
              <span className="sample-says">{example.text}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="insight-actions">
        <Button kind="ghost" className="link-button" onClick={() => lookAt(selection)}>
          All {formatCount(insight.failing)} in Browse
        </Button>
        {insight.decided > 0 && insight.decided < insight.failing && (
          <Button kind="ghost" className="link-button" onClick={onReview}>
            Review the {formatCount(insight.failing - insight.decided)} undecided
          </Button>
        )}
      </div>
    </div>
  )
}

/** More languages than these are told in Browse. */
const MOST_BARS = 6

function Struck({ insight }: { insight: Insight }) {
  const selection = failing([insight.key], 'any')
  const facets = [
    { facet: 'language', title: 'By language', values: insight.byLanguage },
    { facet: 'harness', title: 'By harness', values: insight.byHarness },
  ] as const
  return (
    <div className="insight-block insight-struck">
      {facets.map(({ facet, title, values }) => (
        <div key={facet}>
          <h3>
            {title} <span className="muted">failing, of all measured</span>
          </h3>
          <Bars
            items={values.slice(0, MOST_BARS).map(({ key, failing: part, of }) => ({
              key,
              label: key,
              value: of,
              part,
              text: `${formatCount(part)} of ${formatCount(of)}`,
            }))}
            noun="measured"
            partNoun="fail this step"
            onPick={(value) => lookAt(setFacet(selection, facet, [value]))}
          />
        </div>
      ))}
    </div>
  )
}
