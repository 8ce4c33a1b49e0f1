import { createContext } from 'react'

/** What stands in the place of covered text around here; of its own, so that texts are not drawn anew for anything else of the run. */
export const WordsContext = createContext<readonly string[]>([])
