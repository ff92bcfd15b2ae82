import { portErrors } from '../core/errors/ports.ts'
import { dataErrors } from '../data/errors.ts'
import { githubErrors } from '../github/errors.ts'
import { measureErrors } from '../measure/errors.ts'
import { onnxErrors } from '../onnx/errors.ts'
import { pipelineErrors } from '../pipeline/errors.ts'
import { providerErrors } from '../providers/errors.ts'
import { registryErrors } from '../registry/errors.ts'
import { rolloutErrors } from '../rollout/errors.ts'
import { servingErrors } from '../serving/errors.ts'
import { sourceErrors } from '../sources/errors.ts'
import { stageErrors } from '../stages/errors.ts'
import { targetErrors } from '../targets/errors.ts'
import { verdictErrors } from '../verdicts/errors.ts'
import { worldErrors } from '../world/errors.ts'
import { entryErrors } from './errors.ts'

/** Every error a user can meet, one table a layer: `docs/errors.md` is written from here. */
export const catalogue = {
  core: portErrors,
  onnx: onnxErrors,
  data: dataErrors,
  providers: providerErrors,
  measure: measureErrors,
  verdicts: verdictErrors,
  github: githubErrors,
  registry: registryErrors,
  serving: servingErrors,
  targets: targetErrors,
  sources: sourceErrors,
  rollout: rolloutErrors,
  stages: stageErrors,
  pipeline: pipelineErrors,
  world: worldErrors,
  entry: entryErrors,
} as const

/** A code with its sentence, said of the row's own example. */
export interface CatalogueRow {
  readonly code: string
  readonly layer: string
  readonly message: string
  readonly hint: string
}

/** All rows of the catalogue, layer by layer. */
export function catalogueRows(): CatalogueRow[] {
  return Object.entries(catalogue).flatMap(([layer, table]) =>
    Object.entries(table).map(([code, row]) => ({ code, layer, ...said(row) })),
  )
}

/** A table's rows each take details of their own: its own example is what fits. */
function said(row: { readonly say: unknown; readonly example: unknown }): { message: string; hint: string } {
  return (row.say as (details: unknown) => { message: string; hint: string })(row.example)
}
