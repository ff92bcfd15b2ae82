import path from 'node:path'
import type { Files } from '../core/world.ts'
import { ledgerKindOf } from '../registry/index.ts'
import type { Pipeline } from './load.ts'
import { weightFiles } from './model-files.ts'

/**
 * The files that a pipeline names, but for its candidate: what the candidate is judged by. Absolute paths, weights in files of their own
 * and the file of a ledger included, which says what is in production.
 */
export async function filesJudgedBy(pipeline: Pipeline, files: Files): Promise<readonly string[]> {
  const { folder, model, registry, data, stages } = pipeline
  const absolute = (file: string): string => path.resolve(folder, file)
  const production = model.production ?? 'registry'
  const models = [
    ...(production === 'registry' ? [] : [production]),
    ...(registry.adopt === undefined ? [] : [registry.adopt.model]),
  ]
  const weights = await Promise.all(
    models.map(async (file) => {
      const there = await files.exists(absolute(file))
      const names = there ? await weightFiles(files)(absolute(file)) : []
      return names.map((name) => path.resolve(path.dirname(absolute(file)), name))
    }),
  )
  const others = [
    ...Object.values(data).map(({ from }) => absolute(from)),
    ...stages.flatMap((stage) => stage.files),
    ...ledgerKindOf(registry).files(registry, { folder }),
  ]
  return [...new Set([...models.map(absolute), ...weights.flat(), ...others])]
}
