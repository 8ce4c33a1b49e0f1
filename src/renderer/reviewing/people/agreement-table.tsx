import { Table2 } from 'lucide-react'
import { Button, formatCount, formatPercent, Popover } from '../../widgets/index.ts'
import { kappaWords } from '../logic/kappa-words.ts'
import type { Pair } from '../types.ts'

/** Every two people that share an example: how often they agree, and how far beyond chance. */
export function AgreementTable({ pairs }: { pairs: readonly Pair[] }) {
  return (
    <table className="review-table">
      <caption className="visually-hidden">Agreement of every two people</caption>
      <thead>
        <tr>
          <th scope="col">Pair</th>
          <th scope="col" className="number">
            Both judged
          </th>
          <th scope="col" className="number">
            Agree
          </th>
          <th scope="col" className="number" title="Cohen's kappa: agreement beyond what chance would give; 1 is always, 0 is chance">
            Kappa
          </th>
          <th scope="col">
            <span className="visually-hidden">Kappa in words</span>
          </th>
          <th scope="col">
            <span className="visually-hidden">Counts</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <PairLine key={JSON.stringify([pair.a, pair.b])} pair={pair} />
        ))}
      </tbody>
    </table>
  )
}

function PairLine({ pair }: { pair: Pair }) {
  const kappa = kappaWords(pair.kappa)
  const name = pairName(pair)
  return (
    <tr>
      <th scope="row" className="cut" title={name}>
        {name}
      </th>
      <td className="number">{formatCount(pair.both)}</td>
      <td className="number">{pair.percent === null ? '–' : formatPercent(pair.percent)}</td>
      <td className="number">{kappa.number}</td>
      <td className="muted">{kappa.word}</td>
      <td className="review-table-more">
        <Popover
          label={`What ${name} said`}
          trigger={
            <Button kind="ghost" icon={<Table2 size={13} aria-hidden />} aria-label={`Counts of ${name}`}>
              Counts
            </Button>
          }
        >
          <Counts pair={pair} />
        </Popover>
      </td>
    </tr>
  )
}

/** The four counts the numbers are made of. */
function Counts({ pair: { a, b, table } }: { pair: Pair }) {
  return (
    <table className="counts-table">
      <caption>Examples both judged</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{b}: accept</th>
          <th scope="col">{b}: reject</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{a}: accept</th>
          <td className="number counts-same">{formatCount(table.acceptAccept)}</td>
          <td className="number">{formatCount(table.acceptReject)}</td>
        </tr>
        <tr>
          <th scope="row">{a}: reject</th>
          <td className="number">{formatCount(table.rejectAccept)}</td>
          <td className="number counts-same">{formatCount(table.rejectReject)}</td>
        </tr>
      </tbody>
    </table>
  )
}

/** A pair's name: "Ada and Bo". */
export function pairName({ a, b }: Pair): string {
  return `${a} and ${b}`
}
