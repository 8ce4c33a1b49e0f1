import type { Template } from '../types.ts'
import { templateFacts } from './template-words.ts'

/** What a chat template does to rows, as a small table. */
export function TemplateFacts({ template }: { template: Template }) {
  return (
    <table className="template-facts">
      <caption className="visually-hidden">What {template.name} does to rows</caption>
      <tbody>
        {templateFacts(template).map(({ name, text, isLoss }) => (
          <tr key={name + text}>
            <th scope="row">{name}</th>
            <td>
              <span className={isLoss ? 'fact-loss' : 'fact-fine'} aria-hidden>
                {isLoss ? '!' : '✓'}
              </span>
              {isLoss && <span className="visually-hidden">loss: </span>}
              {text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
