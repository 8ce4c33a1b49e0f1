import { Button, formatCount, Tag } from '../../widgets/index.ts'
import { lookAt } from '../look-at.ts'
import type { RecipeEdit } from '../use-recipe-edit.ts'
import { NAMES } from '../use-recipe-keys.ts'

/** What a change would do, before it does: how many it would keep and how many would leave, with the way to look at them. */
export function ChangeBar({ words, edit }: { words: string; edit: RecipeEdit }) {
  const { preview } = edit
  return (
    <section
      className="bar change-bar"
      data-changed={edit.isChanged || undefined}
      aria-label="What the change would do"
      aria-busy={edit.isCounting}
    >
      {preview ? (
        <>
          <b className="cut" title={words}>
            {words}
          </b>
          <span className={edit.isCounting ? 'change-numbers is-counting' : 'change-numbers'}>
            <Tag tone={preview.newlyKept > 0 ? 'keep' : 'neutral'}>+ {formatCount(preview.newlyKept)} keep</Tag>
            <Tag tone={preview.newlyDropped > 0 ? 'drop' : 'neutral'}>
              {preview.newlyDropped > 0 && '− '}
              {formatCount(preview.newlyDropped)} leave
            </Tag>
          </span>
          <span className="grow" />
          {preview.newlyKept > 0 && (
            <Button title="Look at them in Browse" isBusy={edit.isCounting} onClick={() => lookAt({ moved: 'kept' })}>
              See the {formatCount(preview.newlyKept)}
            </Button>
          )}
          {preview.newlyDropped > 0 && (
            <Button title="Look at them in Browse" isBusy={edit.isCounting} onClick={() => lookAt({ moved: 'dropped' })}>
              See the {formatCount(preview.newlyDropped)} that leave
            </Button>
          )}
          <Button kind="primary" isBusy={edit.isBusy} onClick={edit.onApply}>
            {NAMES.apply}
          </Button>
        </>
      ) : (
        <span className="muted cut">{hintOf(edit)}</span>
      )}
    </section>
  )
}

function hintOf({ isChanged, error }: RecipeEdit): string {
  if (!isChanged) return 'Change a step to see what it would keep and drop, before it does.'
  return error
    ? 'This change cannot be applied: its message stands under the steps. The funnel is the one in force.'
    : 'Counting what this change would do.'
}
