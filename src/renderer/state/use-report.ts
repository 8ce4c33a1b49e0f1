import { useCallback } from 'react'
import type { Api } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { saveFile } from '../widgets/save-file.ts'
import { toast } from '../widgets/toast-store.ts'
import { faultOf } from './fault-of.ts'

type ReportInput = Parameters<Api['report']>[0]

/** Makes a report and hands it over as one HTML file; what goes wrong is told. */
export function useReport(): (input: ReportInput) => Promise<void> {
  const api = useApi()
  return useCallback(
    async (input) => {
      try {
        const { name, html } = await api.report(input)
        saveFile(new Blob([html], { type: 'text/html' }), name)
        toast({ text: `Saved ${name}` })
      } catch (error) {
        toast({ text: faultOf(error).message, tone: 'drop' })
      }
    },
    [api],
  )
}
