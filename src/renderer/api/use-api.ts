import { createContext, useContext } from 'react'
import type { Api } from './api.ts'

/** Holds the connected client; the frame provides it. */
export const ApiContext = createContext<Api | null>(null)

/** The client of the host this page belongs to. Throws outside the frame, where there is none. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (!api) throw new Error('useApi is used outside the connected frame')
  return api
}
