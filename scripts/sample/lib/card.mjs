import { writeFileSync } from 'node:fs'

/** What each kind stands for, in the words of the card. */
const KINDS = {
  solved: 'the hidden tests pass with the patch (`resolved` 1)',
  failed: 'they do not (`resolved` 0)',
  unlabelled: 'the label is left out (`resolved` -1)',
  reasoning: 'the run thinks: `reasoning_content` is filled, `enable_thinking` is true',
  'too-long': 'more than 32,000 cl100k tokens of content',
  'empty-patch': 'nothing was changed',
  'test-edited': 'the patch changes tests',
  'scratch-left': 'a file that was only meant for trying things is left in the patch',
  peek: 'the run reads history that lies after its base commit',
  'error-loop': 'the same failing call three times in a row or more',
  unfinished: 'the run ends without finish or submit',
}

const HEAD = `---
license: apache-2.0
language:
- en
pretty_name: Winnow sample
tags:
- agent
- code
configs:
- config_name: v1.0
  data_files:
  - split: openhands
    path: data/openhands/*/small-fixes-1/*.parquet
  - split: sweagent
    path: data/sweagent/*/small-fixes-1/*.parquet
- config_name: v1.1
  data_files:
  - split: openhands
    path: data/openhands/*/small-fixes-2/*.parquet
  - split: minisweagent
    path: data/minisweagent/*/small-fixes-2/*.parquet
---

# Winnow sample

A small set of software-engineering traces to look at Winnow with, in the row shape and the folder layout of
\`nvidia/Open-SWE-Traces\` (the release with \`messages\`).

**The agents are scripted.** \`scripted-agent-a\` and \`scripted-agent-b\` are not models: their thoughts and commands were written down in advance, and
nothing was decided while a run was going on. The repositories (\`winnow-sample/…\`), their issues and their faults were made up for this set.
**The rest is real**: every command ran in a checkout of the repository, every observation is what it printed, every patch is what \`git diff\` said afterwards, and
\`resolved\` says whether the tests the run did not see pass with it. Only paths, durations and build ids were made equal, so that the set can be made
again byte for byte.

Do not train on it, and do not quote numbers of it as if they were those of another dataset.
`

/** @typedef {{ kinds: string[], row: { repo: string, language: string, license: string, instance_id: string, resolved: number } }} Recorded */

/** @param {Recorded[]} recorded */
function kindTable(recorded) {
  const rows = Object.entries(KINDS).map(
    ([kind, meaning]) => `| ${kind} | ${recorded.filter((one) => one.kinds.includes(kind)).length} | ${meaning} |`,
  )
  return ['| kind | rows | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

/** @param {Recorded[]} recorded */
function repoTable(recorded) {
  const repos = new Map(recorded.map(({ row }) => [row.repo, row]))
  const rows = [...repos.values()].map(({ repo, language, license }) => {
    const own = recorded.filter(({ row }) => row.repo === repo)
    return `| ${repo} | ${language} | ${license} | ${new Set(own.map(({ row }) => row.instance_id)).size} | ${own.length} |`
  })
  return ['| repository | language | licence | issues | rows |', '| --- | --- | --- | --- | --- |', ...rows].join('\n')
}

/**
 * Writes the card: its YAML says which files belong to which configuration and split.
 * @param {string} path @param {Recorded[]} recorded
 */
export function writeCard(path, recorded) {
  const text = `${HEAD}
## What is in it

${recorded.length} rows. A row can be of several kinds; most issues have several runs, with mixed outcomes.

${kindTable(recorded)}

${repoTable(recorded)}

## Licence

Apache-2.0 for the set. \`license\` in a row is what the made-up repository declares (MIT or Apache-2.0); all of it was written for this set.
`
  writeFileSync(path, text)
}
