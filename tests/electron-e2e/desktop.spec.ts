import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from '../support/desktop.ts'

/** Chooses a menu item by its label, wherever it hangs. */
function choose(app: ElectronApplication, label: string): Promise<void> {
  return app.evaluate(({ Menu }, wanted) => {
    const all = (items: Electron.MenuItem[]): Electron.MenuItem[] => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])])
    const item = all(Menu.getApplicationMenu()?.items ?? []).find((one) => one.label === wanted)
    if (!item) throw new Error(`the menu has no ${wanted}`)
    item.click()
  }, label)
}

/** The workbench is there: the page has reached the engine. */
async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('navigation').getByText('Browse')).toBeVisible()
}

test('the window shows the page under its own scheme, with nothing of Node in it', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  expect(page.url()).toMatch(/^winnow:\/\/app\//)
  const globals = await page.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in window))
  expect(globals).toEqual([])
  const bridge = await page.evaluate(() => Object.keys(window.winnow ?? {}).sort())
  expect(bridge).toEqual(['onCommand', 'onEngine', 'openDialog', 'pathOfFile', 'requestPort', 'revealInFolder', 'saveDialog'])
})

test('the page cannot leave, open windows or reach the network', async ({ launch }) => {
  const { app, page } = await launch()
  await ready(page)
  await page.evaluate(() => window.open('https://example.org/'))
  await page.evaluate(() => {
    window.location.href = 'https://example.org/'
  })
  await ready(page)
  expect(page.url()).toMatch(/^winnow:\/\/app\//)
  expect(app.windows()).toHaveLength(1)
  const reached = await page.evaluate(() => fetch('https://example.org/').then(String, () => 'refused'))
  expect(reached).toBe('refused')
})

test('the menu works the page', async ({ launch }) => {
  const { app, page } = await launch()
  await ready(page)
  await choose(app, 'Keys')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await choose(app, 'Export…')
  await expect(page).toHaveURL(/#\/export$/)
})

test('an engine that dies is told, comes back by itself and has lost nothing', async ({ launch }) => {
  const { app, page } = await launch()
  await ready(page)
  await app.evaluate(({ app: electron }) => {
    const engine = electron.getAppMetrics().find(({ name, serviceName }) => `${name} ${serviceName}`.includes('Winnow engine'))
    if (!engine) throw new Error('no engine is running')
    process.kill(engine.pid, 'SIGKILL')
  })
  const banner = page.getByText(/engine stopped/i)
  await expect(banner).toBeVisible()
  await expect(banner).toBeHidden()
  await choose(app, 'Light theme')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
})

test('the window opens where it was left', async ({ launch }) => {
  const wanted = { x: 60, y: 60, width: 1000, height: 700 }
  const first = await launch()
  await ready(first.page)
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), wanted)
  await first.app.close()
  const second = await launch()
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  expect(bounds).toMatchObject({ width: wanted.width, height: wanted.height })
})

test('a second Winnow gives way to the first', async ({ launch }) => {
  const { page } = await launch()
  await ready(page)
  await expect(launch()).rejects.toThrow()
  await ready(page)
})
