import { formatCount, formatPercent } from '../../widgets/index.ts'
import type { Agreement } from '../types.ts'

/** How much each person judged, how much of it they accepted, and how much blind. */
export function ReviewerTable({ reviewers }: { reviewers: Agreement['reviewers'] }) {
  return (
    <table className="review-table">
      <caption className="visually-hidden">Reviewers</caption>
      <thead>
        <tr>
          <th scope="col">Reviewer</th>
          <th scope="col" className="number">
            Judged
          </th>
          <th scope="col" className="number">
            Accepted
          </th>
          <th scope="col" className="number">
            Blind
          </th>
        </tr>
      </thead>
      <tbody>
        {reviewers.map(({ reviewer, judged, accepted, blind }) => (
          <tr key={reviewer}>
            <th scope="row" className="cut" title={reviewer}>
              {reviewer}
            </th>
            <td className="number">{formatCount(judged)}</td>
            <td className="number">{judged === 0 ? '–' : formatPercent(accepted / judged)}</td>
            <td className="number">{formatCount(blind)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
