import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Answers } from '../api/api.ts'
import { useApi } from '../api/use-api.ts'
import { useSettings } from '../state/use-settings.ts'
import { ErrorState, Skeleton } from '../widgets/index.ts'
import { CacheBars } from './cache-bars.tsx'
import { bytesOfGigabytes, gigabytesOf } from './gigabytes.ts'
import { MakeRoom } from './make-room.tsx'
import { SavedField } from './saved-field.tsx'

/** What is kept of the Hub: its budget, how it is used, and a way to let go. */
export function CacheSection() {
  const api = useApi()
  const client = useQueryClient()
  const { settings, save } = useSettings()
  const cache = useQuery({ queryKey: ['cache', 'info'], queryFn: () => api.cache.info(), staleTime: 0 })
  const put = (info: Answers['cache']['info']) => client.setQueryData(['cache', 'info'], info)
  const saveBudget = async (typed: string) => {
    const bytes = bytesOfGigabytes(typed)
    if (bytes === null) throw NO_AMOUNT
    await save({ cacheBytes: bytes })
    await cache.refetch()
  }
  return (
    <>
      <SavedField
        label="Budget"
        suffix={<span>GB</span>}
        hint="What is fetched in this workspace stays below it: what was used longest ago goes first, decided and exported rows never."
        value={gigabytesOf(settings.cacheBytes)}
        onSave={saveBudget}
      />
      {cache.isError && <ErrorState error={cache.error} onRetry={() => void cache.refetch()} isCompact />}
      {cache.isPending && <Skeleton lines={3} height={16} label="Looking at the cache" />}
      {cache.data && <CacheBars info={cache.data} />}
      {cache.data && <MakeRoom info={cache.data} onPruned={put} />}
    </>
  )
}

/** Told at the field like a refusal of the host. */
const NO_AMOUNT = { kind: 'bad-input', message: 'Not an amount.', culprit: null, remedy: 'Give gigabytes, such as 20 or 0.5.' }
