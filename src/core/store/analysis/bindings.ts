/** A value DuckDB binds. */
export type Bound = string | number | boolean | bigint

/** Values of one statement, in the order they were asked for. Nothing from outside enters SQL by any other way. */
export class Bindings {
  readonly values: Bound[] = []

  /** Keeps the value and gives its place-holder. */
  add(value: Bound): string {
    this.values.push(value)
    return `$${this.values.length}`
  }
}
