import { useEffect, useRef } from 'react'
import { type KeyBinding, registerKeys } from './key-registry.ts'

/** Registers a component's keys while it is mounted. `run` may change between renders; keys and names stay. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const latest = useRef(bindings)
  latest.current = bindings
  const shape = bindings.map((binding) => `${binding.key}\n${binding.name}`).join('\0')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape stands for the bindings; their functions are read through the ref
  useEffect(() => registerKeys(latest.current.map((binding, i) => ({ ...binding, run: () => latest.current[i]?.run() }))), [shape])
}
