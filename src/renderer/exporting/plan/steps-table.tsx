import { formatCount } from '../../widgets/index.ts'
import type { Preview } from './types.ts'

/** What each step holds back, from all that is measured to what leaves. */
export function StepsTable({ steps }: { steps: Preview['steps'] }) {
  return (
    <table className="plan-steps">
      <caption className="visually-hidden">How many leave, step by step</caption>
      <thead>
        <tr>
          <th>Step</th>
          <th className="number">Held back</th>
          <th className="number">Left</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, before, after }) => (
          <tr key={step}>
            <th scope="row">{step}</th>
            <td className="number">{before === after ? '–' : formatCount(before - after)}</td>
            <td className="number">{formatCount(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
