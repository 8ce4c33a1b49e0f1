import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { taskKeyOf, taskOf } from '#measure'

const SHA = '0ea40e09d1b35bcb69ff4d9cecf3d0defa4b36e8'

describe('a task key', () => {
  it.each([
    ['owner__name-770', null, 'owner/name#770'],
    ['Project-MONAI__MONAI-6849', 'Project-MONAI/MONAI', 'project-monai/monai#6849'],
    ['mrdoob__three.js-27395', null, 'mrdoob/three.js#27395'],
    ['scikit-learn__scikit-learn-10297', null, 'scikit-learn/scikit-learn#10297'],
    ['owner_repo_pr233', 'owner/repo', 'owner/repo#233'],
    ['owner_some_name_pr233', 'owner/some_name', 'owner/some_name#233'],
    ['owner_some_name_pr233', null, 'owner/some_name#233'],
    ['getmoto__moto.694ce1f4.pr_7111', null, 'getmoto/moto#7111'],
    ['scanny__python-pptx.278b47b1.pr_12', 'scanny/python-pptx', 'scanny/python-pptx#12'],
    ['owner/name#123', null, 'owner/name#123'],
    ['owner/name:pr-123', null, 'owner/name#123'],
    ['https://github.com/Owner/Name/pull/123', null, 'owner/name#123'],
    ['github.com/x', 'owner/name', null],
    ['owner/name/pull/123/files', null, 'owner/name#123'],
    ['  owner__name-5 ', null, 'owner/name#5'],
  ])('of %s with repository %s is %s', (id, repo, key) => {
    expect(taskKeyOf(id, repo)).toBe(key)
  })

  it.each([
    ['encode__starlette.db5063c2.func_pm_remove_loop__d5nfkox0', 'encode/starlette'],
    ['pyutils__line_profiler.a646bf0f.100', 'pyutils/line_profiler'],
    [`instance_ansible__ansible-${SHA}-v30a923fb5c164d6cd18280c02422f75e611e8fb2`, 'ansible/ansible'],
    [`instance_NodeBB__NodeBB-${SHA}-vnan`, 'nodebb/nodebb'],
  ])('is not there for %s, whose repository %s is known', (id, repo) => {
    expect(taskKeyOf(id)).toBeNull()
    expect(taskOf(id)?.repo).toBe(repo)
  })

  it.each([
    null,
    '',
    'swe-play-0',
    'demonstrations/function_calling_simple',
    'owner__name',
    'owner__name-0',
    'a/b#',
    `${'x'.repeat(400)}__y-1`,
  ])('is not there for %s', (id) => {
    expect(taskOf(id)).toBeNull()
  })

  it('is not there for a number that belongs to another name than the row’s repository', () => {
    expect(taskKeyOf('swe-play-2', 'owner/name')).toBeNull()
    expect(taskOf('swe-play-2', 'Owner/Name')).toEqual({ repo: 'owner/name', number: null })
  })

  it('names what every form was made of, whatever its case, and the row’s repository decides where the owner ends', () => {
    const letters = [...'abcXYZ09']
    const owner = fc
      .array(fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join('-'))
    const name = fc
      .string({ unit: fc.constantFrom(...letters, '-', '_', '.'), minLength: 1, maxLength: 20 })
      .filter((one) => /^[a-z].*[a-z]$/i.test(one))
    const forms = [
      (o: string, n: string, pr: number) => `${o}__${n}-${pr}`,
      (o: string, n: string, pr: number) => `${o}_${n}_pr${pr}`,
      (o: string, n: string, pr: number) => `${o}/${n}#${pr}`,
      (o: string, n: string, pr: number) => `${o}/${n}:pr-${pr}`,
      (o: string, n: string, pr: number) => `https://github.com/${o}/${n}/pull/${pr}`,
      (o: string, n: string, pr: number) => `${o}__${n}.0123abcd.pr_${pr}`,
    ]
    fc.assert(
      fc.property(owner, name, fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(...forms), (o, n, pr, form) => {
        const key = `${o}/${n}#${pr}`.toLowerCase()
        expect(taskKeyOf(form(o, n, pr), `${o}/${n}`)).toBe(key)
      }),
    )
  })

  it('comes at once for any text', () => {
    for (const id of ['_'.repeat(300), `${'a-'.repeat(140)}x`, `a__${'.a'.repeat(120)}`, '-'.repeat(20_000_000)])
      expect(taskKeyOf(id, id)).toBeNull()
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (id) => /^[^/]+\/[^/]+#\d+$/.test(taskKeyOf(id) ?? 'a/b#1')))
  })
})
