import { EXPORT_COLUMNS } from '../analysis-columns.ts'
import { csvLine } from '../csv-line.ts'
import { HashedFile } from '../hashed-file.ts'
import type { ExportTarget, TargetWriter } from './target.ts'
import { tutorialRecord } from './tutorial-record.ts'

const SFT = 'open_swe_sft.jsonl'
const ANALYSIS = 'open_swe_traces_analysis.csv'

/** The seed tutorial's two files: what leaves as JSONL, and a table of everything measured. */
export const tutorial: ExportTarget = {
  info: {
    id: 'tutorial',
    title: 'Tutorial',
    help: 'The two files of the seed tutorial: one JSON line an example that leaves, and the analysis table of everything measured as CSV.',
    files: [SFT, ANALYSIS],
    unit: 'example',
    needsTemplate: false,
    needsTokenizer: false,
    says: { reasoning: false, masks: false, tools: false },
    options: [],
  },
  async open({ pathOf, example, openFile }): Promise<TargetWriter> {
    const sft = await HashedFile.create(pathOf(SFT), SFT, openFile)
    const analysis = await HashedFile.create(pathOf(ANALYSIS), ANALYSIS, openFile)
    await analysis.write(csvLine(EXPORT_COLUMNS.map(({ name }) => name)))
    return {
      async add(row) {
        await analysis.writeRow(csvLine(EXPORT_COLUMNS.map((column) => column.value(row))))
        if (row.outcome === 'keep') await sft.writeRow(`${JSON.stringify(tutorialRecord(row, await example(row)))}\n`)
      },
      finish: async () => [await sft.finish(), await analysis.finish()],
      close: async () => {
        await sft.close()
        await analysis.close()
      },
    }
  },
}
