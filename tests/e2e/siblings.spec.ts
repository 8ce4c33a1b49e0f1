/**
 * A curator compares attempts. From an example C leads to all attempts at its instance: figures beside each other, calls line by line with the first
 * parting marked, files with their changes. One key picks the best for all and one takes it back; two keys make a preference pair.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkAccess } from '../support/check-access.ts'
import { press } from '../support/keyboard.ts'
import { buildCall, buildMessage, buildR1, buildTurn } from '../support/rows.ts'
import { expect, test, visit } from '../support/winnow-page.ts'

function attempt(id: string, resolved: number, commands: string[]) {
  const turns = commands.flatMap((command) => [
    buildTurn(buildCall('execute_bash', { command })),
    buildMessage('tool', 'ok\n[The command completed with exit code 0.]'),
  ])
  return buildR1({
    trajectory_id: id,
    resolved,
    trajectory: [buildMessage('user', 'Fix it.'), ...turns, buildTurn(buildCall('finish', {}))],
  })
}

const ROWS = [
  attempt('first-aaaaaa', 0, ['ls', 'pwd', 'id', 'cat a.py', 'pytest -q']),
  attempt('second-bbbbbb', 1, ['ls', 'pwd', 'id', 'grep -n x a.py', 'cat a.py', 'pytest -q']),
  attempt('third-cccccc', 0, ['ls', 'pwd', 'id', 'rm -rf build']),
]

test('attempts are compared, the best is picked, a pair is marked', async ({ page, winnow }) => {
  for (const theme of ['dark', 'light']) await page.getByRole('button', { name: `Theme: ${theme}` }).click()
  const file = join(winnow.folder, 'attempts.jsonl')
  await writeFile(file, ROWS.map((row) => `${JSON.stringify(row)}\n`).join(''))
  const field = page.getByRole('textbox', { name: 'Folder, file, pattern or address' })
  await field.fill(file)
  await field.press('Enter')
  await expect(page.getByText('3 measured', { exact: true })).toBeVisible()
  await visit(page, 'example/first-aaaaaa/message/1?queue=a')
  await expect(page.getByRole('button', { name: 'Compare siblings: 2 other attempts' })).toBeVisible()
  await press(page, 'c')
  const lines = page.getByRole('table', { name: 'Calls side by side' })

  await test.step('calls stand side by side, and the parting is marked', async () => {
    await expect(page.getByText('They part at line 4')).toBeVisible()
    await expect(page.getByText('the only one of 3 that resolves it')).toBeVisible()
    await expect(lines.getByRole('button', { name: '3 calls the same in all' })).toBeVisible()
    await press(page, 'd')
    await expect(lines.getByRole('row', { name: /^4 the runs part here/ })).toBeVisible()
    await press(page, 'l')
    await expect(lines.getByRole('link', { name: 'pwd' })).toHaveCount(3)
    await checkAccess(page, 'Attempts, calls', 'main')
  })

  await test.step('files stand side by side', async () => {
    await press(page, 'v')
    await expect(page.getByRole('table', { name: /^Files changed/ }).getByRole('row')).toHaveCount(2)
    await checkAccess(page, 'Attempts, patches', 'main')
    await press(page, 'v')
  })

  await test.step('one key picks the best for all, and one takes it back', async () => {
    await page.getByRole('button', { name: 'Pick as best' }).first().focus()
    await press(page, 'p')
    await expect(page.getByRole('status').filter({ hasText: 'Picked as best: accepted, 2 other attempts rejected' })).toHaveCount(1)
    await expect(page.getByText('● reject')).toHaveCount(2)
    await press(page, 'Control+z')
    await expect(page.getByText('● reject')).toHaveCount(0)
  })

  await test.step('a pair is the chosen one and the rejected one', async () => {
    await press(page, 'w', 'ArrowRight', 's')
    await expect(page.getByRole('region', { name: 'Preference pairs' })).toContainText(/…bbbbbb over .*…cccccc/)
  })

  await test.step('back leads to the same message of the same queue', async () => {
    await press(page, 'c')
    await expect(page).toHaveURL(/#\/example\/first-aaaaaa\/message\/1\?queue=a$/)
  })
})
