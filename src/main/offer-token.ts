import type { BrowserWindow } from 'electron'
import { z } from 'zod'
import { CHANNELS } from '../preload/channels.ts'
import { handle } from './handle.ts'
import type { TokenKeeper } from './token-keeper.ts'

const token = z.string().trim().min(1).max(1000).nullable()

/** Lets the page hand over the Hub's token, which it never gets back; `onChange` hears the one now kept. */
export function offerToken(window: BrowserWindow, keeper: TokenKeeper, onChange: (token: string | null) => void): void {
  handle(window, CHANNELS.saveToken, token, (given) => {
    const answer = keeper.save(given)
    if (answer.kind === 'saved') onChange(given)
    return answer
  })
}
