import { expect, it } from 'vitest'
import { runCampaign } from './campaign.ts'
import { campaignReport } from './campaign-report.ts'

it('five processes that decide as fast as they can are killed, and nothing acknowledged is lost', { timeout: 180_000 }, async () => {
  const campaign = await runCampaign({ kills: 5, seed: 20_251_121 })
  expect(campaign.problems).toEqual([])
  expect(campaign.kills).toBe(5)
  expect(campaign.acknowledged).toBeGreaterThan(0)
  expect(campaignReport(campaign, new Date(0))).toContain('1970-01-01, seed 20251121')
})
