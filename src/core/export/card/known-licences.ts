/**
 * Licences of datasets that their publishers state, by their names on the Hub. A dataset that is not here has an unknown licence: nothing is guessed.
 * Read from https://huggingface.co/datasets/nvidia/Open-SWE-Traces (its card's `license`).
 */
const KNOWN: Readonly<Record<string, string>> = {
  'nvidia/open-swe-traces': 'cc-by-4.0',
}

/** The licence of the dataset at an address, in the Hub's words; null where nobody knows. */
export function licenceOf(uri: string): string | null {
  const name = /^hf:\/\/datasets\/([^/@]{1,200}\/[^/@]{1,200})/.exec(uri)?.[1]?.toLowerCase()
  return name !== undefined && Object.hasOwn(KNOWN, name) ? (KNOWN[name] ?? null) : null
}
