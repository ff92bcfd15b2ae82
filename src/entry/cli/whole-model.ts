import path from 'node:path'
import type { Files } from '../../core/world.ts'
import { type Model, readModel } from '../../onnx/format/index.ts'
import { openExternal, withInlineData } from '../../onnx/graph/index.ts'
import { pipelineError } from '../../pipeline/errors.ts'

export interface WholeModel {
  /** With the weights that are in files beside it as if they were its own, where those files may be read. */
  readonly model: Model
  /** As it is in its own file. */
  readonly own: Model
  /** What all its files take. */
  readonly bytes: number
}

/**
 * A model with what is beside it. Weights are read on demand. Throws `model-missing` when there is no such file; `role`: what the model is
 * here.
 */
export async function wholeModel(file: string, role: 'production' | 'candidate', files: Files): Promise<WholeModel> {
  if ((await files.size(file)) === undefined) throw pipelineError('model-missing', { role, path: file })
  const source = await files.open(file)
  const own = readModel(source, path.basename(file))
  const external = await openExternal(own, path.dirname(file), files)
  const beside = [...external.values()].reduce((sum, each) => sum + (typeof each === 'string' ? 0 : each.length), 0)
  return { model: withInlineData(own, external), own, bytes: source.length + beside }
}
