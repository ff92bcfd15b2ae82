import path from 'node:path'
import type { Files } from '../../core/world.ts'
import { type Model, readModel } from '../../onnx/format/index.ts'
import { openExternal, withInlineData } from '../../onnx/graph/index.ts'

/**
 * A model with the weights that are in files beside it as if they were its own, where those files may be read; and what all of
 * them take, in bytes.
 */
export async function wholeModel(
  file: string,
  files: Files,
): Promise<{ readonly model: Model; readonly bytes: number }> {
  const source = await files.open(file)
  const model = readModel(source, path.basename(file))
  const external = await openExternal(model, path.dirname(file), files)
  const beside = [...external.values()].reduce((sum, each) => sum + (typeof each === 'string' ? 0 : each.length), 0)
  return { model: withInlineData(model, external), bytes: source.length + beside }
}
