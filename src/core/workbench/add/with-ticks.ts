/** A stream's items, and a null whenever none came for `everyMs`: something to show while a slow step goes on. */
export async function* withTicks<Item>(items: AsyncIterable<Item>, everyMs: number): AsyncGenerator<Item | null> {
  const iterator = items[Symbol.asyncIterator]()
  let isEnded = false
  try {
    for (;;) {
      const next = iterator.next()
      let step = await within(next, everyMs)
      while (step === null) {
        yield null
        step = await within(next, everyMs)
      }
      isEnded = step.done === true
      if (step.done) return
      yield step.value
    }
  } finally {
    if (!isEnded) await iterator.return?.()
  }
}

async function within<Value>(promise: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const tick = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  try {
    return await Promise.race([promise, tick])
  } finally {
    clearTimeout(timer)
  }
}
