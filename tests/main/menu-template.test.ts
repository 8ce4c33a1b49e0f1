import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { type MenuContext, menuTemplate } from '../../src/main/menu-template.ts'
import type { Command } from '../../src/preload/bridge.ts'

function build(over: Partial<MenuContext> = {}) {
  const sent: Command[] = []
  const items = menuTemplate({ platform: 'linux', isPackaged: true, recent: [], send: (command) => sent.push(command), ...over })
  return { sent, items: items.flatMap(flatten) }
}

function flatten(item: MenuItemConstructorOptions): MenuItemConstructorOptions[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])]
}

/** Chooses an item by its label, as a person does. */
function choose(items: MenuItemConstructorOptions[], label: string): void {
  const click = items.find((item) => item.label === label)?.click
  if (!click) throw new Error(`the menu has no ${label}`)
  ;(click as () => void)()
}

describe('the menu', () => {
  it.each<[string, Command]>([
    ['Open folder…', { name: 'open-folder' }],
    ['Open file…', { name: 'open-file' }],
    ['Open workspace…', { name: 'open-workspace' }],
    ['Export…', { name: 'export' }],
    ['Undo', { name: 'undo' }],
    ['Dark theme', { name: 'theme', theme: 'dark' }],
    ['Light theme', { name: 'theme', theme: 'light' }],
    ['Theme of the system', { name: 'theme', theme: 'system' }],
    ['Keys', { name: 'help' }],
  ])('asks the page for "%s"', (label, command) => {
    const { sent, items } = build()
    choose(items, label)
    expect(sent).toEqual([command])
  })

  it('offers the workspaces opened before', () => {
    const { sent, items } = build({ recent: [{ path: '/work/one', name: 'one' }] })
    choose(items, 'one')
    expect(sent).toEqual([{ name: 'switch-workspace', path: '/work/one' }])
    expect(build().items.find(({ label }) => label === 'Recent workspaces')?.enabled).toBe(false)
  })

  it('leaves the undo key to the page, where typing has its own', () =>
    expect(build().items.find(({ label }) => label === 'Undo')).toMatchObject({ accelerator: 'CmdOrCtrl+Z', registerAccelerator: false }))

  it('gives each key to one item', () => {
    const keys = build().items.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('keeps the developer tools out of what people install', () => {
    const roles = (isPackaged: boolean) => build({ isPackaged }).items.map(({ role }) => role)
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(false)).toContain('toggleDevTools')
  })

  it('has an application menu on a Mac and its About elsewhere', () => {
    expect(build({ platform: 'darwin' }).items[0]).toEqual({ role: 'appMenu' })
    expect(build({ platform: 'win32' }).items.map(({ role }) => role)).toContain('about')
  })
})
