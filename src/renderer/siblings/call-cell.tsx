// biome-ignore-all lint/a11y/useSemanticElements: a cell of a virtual list, see call-lines.tsx
import { hashOf } from '../app/route.ts'
import { titleOfCall } from '../example/logic/call-title.ts'
import type { AlignedCall } from './types.ts'
import '../example/outline/outline.css'

/** One call of one run: what it was, how it went, and the way to it. */
export function CallCell({ call, id, isAlike }: { call: AlignedCall | null; id: string; isAlike: boolean }) {
  if (!call) {
    return (
      <span role="cell" className="bench-cell bench-none">
        <span className="visually-hidden">no call</span>
      </span>
    )
  }
  const { mark, word } = markOf(call)
  return (
    <span role="cell" className={isAlike ? 'bench-cell bench-alike' : 'bench-cell'}>
      <a
        className="bench-call mono"
        href={hashOf({ screen: 'example', id, message: call.messageIndex })}
        title={`Message ${call.messageIndex}`}
      >
        <i className={`dot dot-${mark}`} aria-hidden />
        <span className="cut">{titleOfCall(call)}</span>
        {word !== null && <span className={`bench-word bench-word-${mark}`}>{word}</span>}
      </a>
    </span>
  )
}

/** The strongest of what happened, as the outline marks it. */
function markOf({ isError, isTest, isEdit, tests }: AlignedCall): { mark: 'error' | 'test' | 'edit' | 'plain'; word: string | null } {
  if (isTest && tests !== null) return { mark: tests === 'failed' ? 'error' : 'test', word: `tests ${tests}` }
  if (isError) return { mark: 'error', word: 'failed' }
  if (isTest) return { mark: 'test', word: 'tests' }
  return { mark: isEdit ? 'edit' : 'plain', word: null }
}
