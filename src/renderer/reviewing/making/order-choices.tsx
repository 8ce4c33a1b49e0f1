import { RadioLine } from '../../widgets/index.ts'
import { ORDERS } from '../logic/orders.ts'
import type { Order } from '../types.ts'

/** In what order the examples come, with a sentence each. */
export function OrderChoices({ order, onChange }: { order: Order; onChange: (order: Order) => void }) {
  return (
    <fieldset className="review-choices">
      <legend>Order</legend>
      <div className="review-choices-lines review-choices-two">
        {ORDERS.map((one) => (
          <RadioLine
            key={one.order}
            name="order"
            isOn={order === one.order}
            onChoose={() => onChange(one.order)}
            title={one.title}
            help={one.help}
          />
        ))}
      </div>
    </fieldset>
  )
}
