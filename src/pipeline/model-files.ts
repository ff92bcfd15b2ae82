import path from 'node:path'
import { UserError } from '../core/errors/index.ts'
import type { Files } from '../core/world.ts'
import type { FilesBeside } from './artifacts.ts'

/**
 * The files that hold a model's weights: what the model itself names. Nothing for other files, and for what cannot be read as
 * a model. Names that lead out of the folder are left out: whoever validates the model finds them, and no runtime loads it.
 */
export function weightFiles(files: Files): FilesBeside {
  return async (file) => {
    if (!file.endsWith('.onnx')) return []
    // Loaded when a model is stored: checking a pipeline needs none of it.
    const { readModel } = await import('../onnx/format/index.ts')
    const { externalFiles } = await import('../onnx/graph/index.ts')
    try {
      const names = externalFiles(readModel(await files.open(file), path.basename(file)))
      const opened = await Promise.all(names.map((name) => files.openWithin(path.dirname(file), name)))
      return names.filter((_, at) => opened[at] !== 'outside')
    } catch (thrown) {
      if (thrown instanceof UserError && thrown.code.startsWith('model-')) return []
      throw thrown
    }
  }
}
