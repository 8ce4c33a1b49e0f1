import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hubUri, isHubAddress, parseHubAddress } from '../../../../src/core/source/hub/parse-hub-address.ts'
import { thrownFault } from './thrown-fault.ts'

const repo = 'nvidia/Open-SWE-Traces'

describe('isHubAddress()', () => {
  it.each([
    'hf://datasets/a/b',
    'HF://datasets/a/b',
    'hf:datasets/a/b',
    'https://huggingface.co/datasets/a/b',
    ' http://127.0.0.1:9/datasets/a/b',
  ])('takes %s for the Hub', (text) => expect(isHubAddress(text)).toBe(true))

  it.each(['./hf', 'data/*.parquet', '/tmp/hf:/x', 'hf', 'C:\\data', '~/datasets/a/b'])('leaves %s to the disk', (text) =>
    expect(isHubAddress(text)).toBe(false),
  )
})

describe('parseHubAddress()', () => {
  it.each([
    ['hf://datasets/nvidia/Open-SWE-Traces', { repo, revision: null, path: null }],
    ['  hf://datasets/nvidia/Open-SWE-Traces/ ', { repo, revision: null, path: null }],
    ['hf://datasets/nvidia/Open-SWE-Traces@v1.0', { repo, revision: 'v1.0', path: null }],
    ['hf://datasets/nvidia/Open-SWE-Traces/data/train.parquet', { repo, revision: null, path: 'data/train.parquet' }],
    ['hf://datasets/nvidia/Open-SWE-Traces@main/data/', { repo, revision: 'main', path: 'data' }],
    ['hf://datasets/nvidia/Open-SWE-Traces@refs%2Fconvert%2Fparquet/x', { repo, revision: 'refs/convert/parquet', path: 'x' }],
    ['hf://datasets/nvidia/Open-SWE-Traces@refs/convert/parquet/x', { repo, revision: 'refs/convert/parquet', path: 'x' }],
    ['hf://datasets/nvidia/Open-SWE-Traces@refs/pr/3', { repo, revision: 'refs/pr/3', path: null }],
    ['hf://datasets/nvidia/Open-SWE-Traces/a@b/c d%.jsonl', { repo, revision: null, path: 'a@b/c d%.jsonl' }],
    ['https://huggingface.co/datasets/nvidia/Open-SWE-Traces', { repo, revision: null, path: null }],
    ['https://huggingface.co/datasets/nvidia/Open-SWE-Traces/viewer/default/train?row=3', { repo, revision: null, path: null }],
    ['https://hf.co/datasets/nvidia/Open-SWE-Traces/tree/main/data', { repo, revision: 'main', path: 'data' }],
    [
      'https://huggingface.co/datasets/nvidia/Open-SWE-Traces/tree/refs%2Fconvert%2Fparquet',
      { repo, revision: 'refs/convert/parquet', path: null },
    ],
    ['https://huggingface.co/datasets/nvidia/Open-SWE-Traces/tree/refs/pr/3/data', { repo, revision: 'refs/pr/3', path: 'data' }],
    ['https://huggingface.co/datasets/nvidia/Open-SWE-Traces/blob/main/a%20b.parquet', { repo, revision: 'main', path: 'a b.parquet' }],
    [
      'https://huggingface.co/datasets/nvidia/Open-SWE-Traces/resolve/main/x.parquet?download=true',
      { repo, revision: 'main', path: 'x.parquet' },
    ],
  ])('reads %s', (text, address) => expect(parseHubAddress(text)).toEqual(address))

  it('reads links of the mirror that is set, below its own path too', () => {
    const address = { repo, revision: 'main', path: 'data' }
    expect(parseHubAddress(`http://127.0.0.1:8080/datasets/${repo}/tree/main/data`, 'http://127.0.0.1:8080')).toEqual(address)
    expect(parseHubAddress(`https://mirror.test/hub/datasets/${repo}/tree/main/data`, 'https://mirror.test/hub')).toEqual(address)
  })

  it.each([
    ['hf://models/a/b', /models.*datasets/],
    ['hf://spaces/a/b', /spaces/],
    ['hf://dataset/a/b', /datasets\/ is needed/],
    ['hf://nvidia/Open-SWE-Traces', /lacks datasets\//],
    ['hf://', /names no dataset/],
    ['hf://datasets/', /names no dataset/],
    ['hf://datasets/squad', /owner or the name/],
    ['hf://datasets/a/b?x=1', /\?/],
    ['hf://datasets/a/b/../c', /\.\./],
    ['hf://datasets/a/b//c', /empty/],
    ['hf://datasets/a/b/c\\..\\d', /characters/],
    ['hf://datasets/../b', /the name \.\./],
    ['hf://datasets/a b/c', /the name a b/],
    ['hf://datasets/a/b@', /revision/],
    ['hf://datasets/a/b@x..y', /revision x\.\.y/],
    ['hf://datasets/a/b@%ZZ', /%/],
    ['hf://datasets/a/b/*.parquet', /pattern/],
    ['hf:datasets/a/b', /hf:\/\//],
    ['https://huggingface.co/nvidia/model', /not the page of a dataset/],
    ['https://huggingface.co/spaces/a/b', /spaces/],
    ['https://huggingface.co/datasets/a', /owner or the name/],
    ['https://huggingface.co/datasets/a/b/discussions/1', /discussions/],
    ['https://huggingface.co/datasets/a/b/tree', /no revision/],
    ['https://huggingface.co/datasets/a/b/tree/main/%2e%2e/c', /\.\./],
    ['https://huggingface.co/datasets/a/b/blob/main/c%23d.parquet', /with \? or #/],
    ['https://huggingface.co/datasets/a/b/blob/main/c%3Fd.parquet', /with \? or #/],
    ['hf://datasets/a/b/\ud800', /characters/],
    ['https://example.org/datasets/a/b', /not on the Hub/],
  ])('refuses %s and shows how it is written', (text, message) => {
    const fault = thrownFault(() => parseHubAddress(text))
    expect(fault).toMatchObject({ kind: 'bad-input', remedy: expect.stringContaining('hf://datasets/OWNER/NAME') })
    expect(fault.message).toMatch(message)
  })

  it('shows no token that stands in a link', () => {
    const fault = thrownFault(() => parseHubAddress('https://me:hf_secretsecret@huggingface.co/datasets/a/b'))
    expect(fault.message).toContain('name or password')
    expect(JSON.stringify(fault)).not.toContain('secret')
  })

  it('never fails in another way, whatever is written', () => {
    const text = fc.tuple(
      fc.constantFrom('hf://', 'hf://datasets/', 'https://huggingface.co/datasets/', 'https://'),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(text, ([start, rest]) => {
        try {
          expect(parseHubAddress(start + rest).repo).toMatch(/^[\w.-]+\/[\w.-]+$/)
        } catch (error) {
          expect(error).toMatchObject({ fault: { kind: 'bad-input' } })
        }
      }),
    )
  })
})

describe('hubUri()', () => {
  it('is read back as what it was made of', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_]{0,10}$/)
    const part = fc.stringMatching(/^\w[\w@% -]{0,10}\w$/)
    const address = fc.record({
      repo: fc.tuple(name, name).map(([owner, own]) => `${owner}/${own}`),
      revision: fc.option(fc.stringMatching(/^\w{1,5}(\/\w{1,5}){0,2}$/)),
      path: fc.option(
        fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/').trim()),
        { nil: null },
      ),
    })
    fc.assert(
      fc.property(address, (one) => {
        expect(parseHubAddress(hubUri(one))).toEqual(one)
      }),
    )
  })
})
