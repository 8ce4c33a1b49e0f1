import { accuracyOf, precisionOf, recallOf, type Share, shareOf } from './accuracy.ts'
import { ANSWERS, type Answer, type Label } from './history-labels.ts'
import type { Judged } from './judge-runs.ts'

/** The part of docs/rules.md that is written by `npm run bench:rules`. */
export const TABLE = /(<!-- bench:rules -->\n)[\s\S]*(<!-- \/bench:rules -->)/

/** How the check's answers agree with the labels, and how much it could not parse, as Markdown. */
export function historyTable(runs: readonly Judged[], labels: ReadonlyMap<string, Label>): string {
  const scripts = runs.reduce((sum, run) => sum + run.scripts, 0)
  const unparsed = runs.reduce((sum, run) => sum + run.unparsed, 0)
  const positive = ANSWERS.map((answer) => row(answer, runs, labels))
  return `| answer | runs labelled yes | said yes | precision | recall |
| --- | --- | --- | --- | --- |
${positive.join('\n')}

${runs.length} runs, ${labels.size} of them read by hand. Of ${scripts.toLocaleString('en')} shell scripts ${unparsed} could not be parsed to their end (${percent(shareOf(unparsed, scripts), 2)}).

${disagreements(runs, labels)}
`
}

function row(answer: Answer, runs: readonly Judged[], labels: ReadonlyMap<string, Label>): string {
  const accuracy = accuracyOf(runs.map(({ id, answers }) => [answers[answer], labels.get(id)?.[answer] ?? false]))
  const { hits, misses, alarms } = accuracy
  return `| ${answer} | ${hits + misses} | ${hits + alarms} | ${told(precisionOf(accuracy))} | ${told(recallOf(accuracy))} |`
}

function told(share: Share | null): string {
  if (share === null) return 'nothing to divide'
  return `${percent(share)} (${share.of} of ${share.all}; 95 % interval ${(share.low * 100).toFixed(0)}–${(share.high * 100).toFixed(0)} %)`
}

function percent(share: Share | null, digits = 0): string {
  return share === null ? '–' : `${((share.of / share.all) * 100).toFixed(digits)} %`
}

/** Every answer that is not the label's, with what the label says. */
function disagreements(runs: readonly Judged[], labels: ReadonlyMap<string, Label>): string {
  const lines = runs.flatMap(({ id, answers, fault }) => {
    const label = labels.get(id)
    const wrong = ANSWERS.filter((answer) => answers[answer] !== (label?.[answer] ?? false))
    const said = wrong.map((answer) => `${answer}: said ${answers[answer] ? 'yes' : 'no'}`)
    if (fault !== null) said.push(`fault: ${fault}`)
    return said.length === 0
      ? []
      : [`- \`${id}\` ${said.join(', ')}. ${label?.why ?? 'Not labelled: no command that reaches for history.'}`]
  })
  return lines.length === 0 ? 'No answer differs from its label.' : `Answers that differ from their labels:\n\n${lines.join('\n')}`
}
