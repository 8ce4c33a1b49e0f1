import { describe, expect, it } from 'vitest'
import { offerHubAddress, readHubAddress } from '../../../src/renderer/open/hub-address.ts'

const HUB = 'http://127.0.0.1:7000'
const read = (typed: string) => readHubAddress(typed, HUB)

describe('an address of the Hub', () => {
  it.each([
    'hf://datasets/nvidia/Open-SWE-Traces',
    'hf://datasets/nvidia/Open-SWE-Traces@v1.0',
    'hf://datasets/nvidia/Open-SWE-Traces@f967cba/data/openhands',
  ])('is taken as it is: %s', (typed) => {
    expect(read(`  ${typed} `)).toEqual({ source: typed })
  })

  it.each([
    'https://huggingface.co/datasets/nvidia/Open-SWE-Traces',
    'https://huggingface.co/datasets/nvidia/Open-SWE-Traces/',
    'https://huggingface.co/datasets/nvidia/Open-SWE-Traces?library=datasets#top',
    'huggingface.co/datasets/nvidia/Open-SWE-Traces',
    'https://hf.co/datasets/nvidia/Open-SWE-Traces/discussions/3',
    `${HUB}/datasets/nvidia/Open-SWE-Traces`,
    'https://huggingface.co/datasets/nvidia/Open-SWE-Traces/tree/main',
  ])('is read from a link: %s', (typed) => {
    expect(read(typed)).toEqual({ source: 'hf://datasets/nvidia/Open-SWE-Traces' })
  })

  it('keeps revision and place of a link to a folder or a file', () => {
    expect(read('https://huggingface.co/datasets/o/n/tree/refs%2Fconvert%2Fparquet/default/train')).toEqual({
      source: 'hf://datasets/o/n/default/train',
      revision: 'refs/convert/parquet',
    })
    expect(read('https://huggingface.co/datasets/o/n/blob/main/a.jsonl')).toEqual({ source: 'hf://datasets/o/n/a.jsonl' })
  })

  it('keeps config and split of a link to the viewer', () => {
    expect(read('https://huggingface.co/datasets/o/n/viewer/openhands/minimax_m25')).toEqual({
      source: 'hf://datasets/o/n',
      config: 'openhands',
      split: 'minimax_m25',
    })
  })

  it.each([
    '',
    '/data/runs',
    'runs/*.jsonl',
    'hf://datasets/nvidia',
    'https://huggingface.co/nvidia/model',
    'https://example.org/datasets/o/n',
    '%',
  ])('is not %j', (typed) => {
    expect(read(typed)).toBeNull()
  })
})

describe('a name that may be a dataset', () => {
  it('is offered as an address', () => {
    expect(offerHubAddress('nvidia/Open-SWE-Traces')).toBe('hf://datasets/nvidia/Open-SWE-Traces')
    expect(offerHubAddress('datasets/nvidia/Open-SWE-Traces')).toBe('hf://datasets/nvidia/Open-SWE-Traces')
  })

  it.each(['/nvidia/Open', './a/b', 'a/b/c', 'a', 'runs/*.jsonl', 'C:\\a'])('is not %j', (typed) => {
    expect(offerHubAddress(typed)).toBeNull()
  })
})
