import type { Campaign } from './campaign.ts'

/** A campaign as a page of the documentation. */
export function campaignReport(campaign: Campaign, at: Date): string {
  const { kills, seed, byMoment, calls, acknowledged, inFlight, problems } = campaign
  const figures: [string, string][] = [
    ['kills', count(kills)],
    ['… while the workspace was being opened and mended', count(byMoment.start)],
    ['… at a random moment of its work', count(byMoment.work)],
    ['… right after a bulk decision, an undo or a redo was asked for', count(byMoment.many)],
    ['calls acknowledged', count(calls)],
    ['entries of acknowledged calls', count(acknowledged)],
    ['entries of the call in flight that came through as a whole', count(inFlight)],
    ['**lost, in part, or never asked for**', `**${count(problems.length)}**`],
    ['longest opening after a kill, all checks with it', `${count(Math.round(campaign.longestOpenMs))} ms`],
    ['median opening', `${count(Math.round(campaign.medianOpenMs))} ms`],
    ['the campaign took', `${count(Math.round(campaign.seconds))} s`],
  ]
  return `# Killed at any moment

\`npm run test:kill\` starts a process on a workspace of 200 examples that decides, takes back, gives back, tags, flags, masks and decides about up to 200
examples in bulk, as fast as it can, as three people. It tells each call before it is made and once it is acknowledged. At a random moment it is killed
(\`kill -9\`). The next process opens the same workspace, and before it goes on everything is checked:

* the chain of hashes holds;
* every entry of an acknowledged call is there, with the hash its answer named;
* of the one call in flight all entries are there, or none;
* there is nothing else;
* the table says of every example what the ledger says.

What the machine holds back when it loses power is another matter: every commit waits for the disk (\`synchronous=FULL\`), and a kill cannot show whether the disk tells
the truth.

The last campaign, ${at.toISOString().slice(0, 10)}, seed ${seed}:

| what | |
| --- | --- |
${figures.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}
${problems.map((problem) => `\n* ${problem}`).join('')}`
}

function count(number: number): string {
  return number.toLocaleString('en-US')
}
