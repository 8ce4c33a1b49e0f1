import type { Call, Message } from '#record'
import { isWrittenInContent } from '#review'
import { type Html, html } from './html.ts'

/** Longer outputs are folded. UTF-16 units. */
const UNFOLDED = 4_000

/** Writes a text, clean, as preformatted; see {@link cleaner}. */
export type ShowText = (text: string, isJson?: boolean) => Html

/** What is told of a message beside its texts. */
export interface MessageFacts {
  tokens: number
  isMasked: boolean
}

/** One message of the trajectory. */
export function messageHtml(message: Message, { tokens, isMasked }: MessageFacts, show: ShowText): Html {
  const { index, role, content, reasoning, calls, result } = message
  return html`<section class="card${isMasked && ' context'}" id="m${index}">
<header><b>${result ? 'result' : role}</b>${isMasked && html`<span>context only</span>`}${result && html`<span class="${result.isError ? 'drop' : 'keep'}">${resultWords(result.exitCode, result.isError)}</span>`}<span class="muted">${index} · ${tokens.toLocaleString('en-US')} tokens</span></header>
${reasoning && html`<div class="reasoning">${show(reasoning)}</div>`}
${content !== '' && folded(content, show)}
${calls.filter(({ protocol }) => !isWrittenInContent(protocol)).map((call) => callHtml(call, show))}
</section>
`
}

function resultWords(exitCode: number | null, isError: boolean): string {
  const words = isError ? 'failed' : 'ok'
  return exitCode === null ? words : `${words}, exit ${exitCode}`
}

function callHtml(call: Call, show: ShowText): Html {
  return html`<p><b>${call.name}</b></p>${call.act.kind === 'shell' ? show(call.act.command) : show(call.argumentsText, true)}`
}

function folded(text: string, show: ShowText): Html {
  if (text.length <= UNFOLDED) return show(text)
  return html`<details><summary>${text.length.toLocaleString('en-US')} characters</summary>${show(text)}</details>`
}
