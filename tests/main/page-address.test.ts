import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isPageAddress, pageAddress, pageFile } from '../../src/main/page-address.ts'

describe('pageFile', () => {
  it('finds the page and its files', () => {
    expect(pageFile('/page', 'winnow://app/')).toBe(join('/page', 'index.html'))
    expect(pageFile('/page', 'winnow://app/assets/main-a1.js')).toBe(join('/page', 'assets', 'main-a1.js'))
    expect(pageFile('/page', 'winnow://app/index.html?x=1#/browse')).toBe(join('/page', 'index.html'))
  })

  it.each([
    'winnow://app/..%2f..%2fetc/passwd',
    'winnow://app/%2e%2e%5cx',
    'winnow://app/.env',
    'winnow://app//etc/passwd',
    'winnow://app/assets/',
    'winnow://other/index.html',
  ])('finds nothing at %s', (url) => expect(pageFile('/page', url)).toBeNull())

  it('never leaves its folder, whatever way up is written', () => {
    expect(pageFile('/page', 'winnow://app/a/../../../../etc/passwd')).not.toMatch(/^\/etc/)
  })
})

describe('isPageAddress', () => {
  const page = pageAddress(undefined)

  it('knows its own', () => {
    expect(isPageAddress('winnow://app/#/browse', page)).toBe(true)
    expect(isPageAddress('http://localhost:5173/x', pageAddress('http://localhost:5173'))).toBe(true)
  })

  it.each(['winnow://evil/', 'https://app/', 'file:///etc/passwd', 'http://localhost:5173', 'javascript:1', 'not an address', ''])(
    'refuses %s',
    (url) => expect(isPageAddress(url, page)).toBe(false),
  )
})
