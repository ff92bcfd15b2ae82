import type { Attempt } from '../attempt.ts'
import { archives } from './archives.ts'
import { batches } from './batches.ts'
import { behaviour } from './behaviour.ts'
import { copies } from './copies.ts'
import { evidence } from './evidence.ts'
import { weightsElsewhere } from './external.ts'
import { others } from './kept.ts'
import { labels } from './labels.ts'
import { margins } from './margins.ts'
import { outputs } from './outputs.ts'
import { pipelines } from './pipelines.ts'
import { regressed } from './regressions.ts'
import { samples } from './samples.ts'
import { scores } from './scores.ts'
import { structure } from './structure.ts'
import { unsaid } from './unsaid.ts'

export const attempts: readonly Attempt[] = [
  ...labels,
  ...archives,
  ...samples,
  ...scores,
  ...outputs,
  ...regressed,
  ...structure,
  ...weightsElsewhere,
  ...behaviour,
  ...margins,
  ...pipelines,
  ...evidence,
  ...others,
  ...batches,
  ...copies,
  ...unsaid,
]
