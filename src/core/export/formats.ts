import { axolotl } from './targets/axolotl.ts'
import { chatml } from './targets/chatml.ts'
import { llamafactory } from './targets/llamafactory.ts'
import { openai } from './targets/openai.ts'
import { parquet } from './targets/parquet.ts'
import { preference } from './targets/preference.ts'
import { pretokenized } from './targets/pretokenized.ts'
import { sts } from './targets/sts.ts'
import type { TargetFormat } from './targets/target-format.ts'
import { trl } from './targets/trl.ts'
import { tutorial } from './targets/tutorial.ts'

/** Every trainer's format there is. */
export const FORMATS: readonly TargetFormat[] = [
  trl,
  axolotl,
  llamafactory,
  openai,
  chatml,
  pretokenized,
  preference,
  parquet,
  sts,
  tutorial,
]
