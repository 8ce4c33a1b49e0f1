/** What differs between two runs of the same command: durations, thread and build ids. */
const VARIABLE = [
  [/ in \d+\.\d+s\b/g, ''],
  [/\t\d+\.\d+s$/gm, '\t0.00s'],
  [/\(\d+\.\d+s\)/g, '(0.00s)'],
  [/; finished in \d+\.\d+s/g, ''],
  [/ target\(s\) in \d+\.\d+s/g, ' target(s)'],
  [/ \(\d+(?:\.\d+)?ms\)/g, ''],
  [/duration_ms \d+(?:\.\d+)?/g, 'duration_ms 0'],
  [/(thread '[^']*') \(\d+\) panicked/g, '$1 panicked'],
  [/(deps\/[\w-]+)-[0-9a-f]{16}/g, '$1-0f1e2d3c4b5a6978'],
  [/^bash: line \d+: /gm, 'bash: '],
  [/==\d+==/g, '==1=='],
]

/**
 * Makes an output the same for every run of the script.
 * @param {string} text @param {string} root the temporary directory that stands for /workspace
 */
export function normalise(text, root) {
  let result = text.replaceAll(root, '/workspace')
  for (const [pattern, put] of VARIABLE) result = result.replace(/** @type {RegExp} */ (pattern), /** @type {string} */ (put))
  return result
}
