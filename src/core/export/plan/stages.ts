/** Work on many units that stops now and then, so that whoever runs it can let others have their turn; it ends with what it made. */
export type Stages<T> = Generator<undefined, T>

/** Units looked at between two stops: a few milliseconds. */
const STRIDE = 4_096

/** Items sorted in one go. */
const RUN = 8_192

/** Runs all stages one after another. */
export function atOnce<T>(work: Stages<T>): T {
  for (;;) {
    const stage = work.next()
    if (stage.done) return stage.value
  }
}

/** What `make` makes of each item, in stages. */
export function* mapped<From, To>(items: ArrayLike<From>, make: (item: From, place: number) => To): Stages<To[]> {
  const made: To[] = []
  yield* each(items, (item, place) => made.push(make(item, place)))
  return made
}

/** Looks at each item, in stages. */
export function* each<Item>(items: ArrayLike<Item>, look: (item: Item, place: number) => void): Stages<void> {
  for (let place = 0; place < items.length; place++) {
    if (place % STRIDE === STRIDE - 1) yield
    look(items[place] as Item, place)
  }
}

/** Items in order, equal ones as they came: sorted runs, merged two by two. */
export function* sorted<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Stages<Item[]> {
  let runs: Item[][] = []
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: Item[][] = []
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare))
    runs = merged
  }
  return runs[0] ?? []
}

function* merge<Item>(a: readonly Item[], b: readonly Item[], compare: (a: Item, b: Item) => number): Stages<Item[]> {
  let [nextA, nextB] = [0, 0]
  return yield* mapped({ length: a.length + b.length }, () => {
    const isOfA = nextB >= b.length || (nextA < a.length && compare(a[nextA] as Item, b[nextB] as Item) <= 0)
    return (isOfA ? a[nextA++] : b[nextB++]) as Item
  })
}
