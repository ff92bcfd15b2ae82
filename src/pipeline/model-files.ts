import path from 'node:path'
import { UserError } from '../core/errors/index.ts'
import type { Files } from '../core/world.ts'
import type { FilesBeside } from './artifacts.ts'
import { pipelineError } from './errors.ts'

/**
 * The files that hold a model's weights: what the model itself names. Nothing for other files, and for what cannot be read as
 * a model. Names that lead out of the folder or to memory are left out: whoever validates the model finds them, and no runtime
 * loads it. Throws `external-pointer` for one that Git LFS has not fetched.
 */
export function weightFiles(files: Files): FilesBeside {
  return async (file) => {
    if (!file.endsWith('.onnx')) return []
    // Loaded when a model is stored: checking a pipeline needs none of it.
    const { isPointer, readModel } = await import('../onnx/format/index.ts')
    const { externalFiles } = await import('../onnx/graph/index.ts')
    const { isMemoryAddress } = await import('../onnx/tensors/index.ts')
    try {
      const all = externalFiles(readModel(await files.open(file), path.basename(file)))
      const names = all.filter((name) => !isMemoryAddress(name))
      const opened = await Promise.all(names.map((name) => files.openWithin(path.dirname(file), name)))
      for (const [at, source] of opened.entries())
        if (typeof source !== 'string' && isPointer(source.read(0, Math.min(source.length, 64))))
          throw pipelineError('external-pointer', { model: path.basename(file), location: names[at] as string })
      return names.filter((_, at) => opened[at] !== 'outside')
    } catch (thrown) {
      if (thrown instanceof UserError && thrown.code.startsWith('model-')) return []
      throw thrown
    }
  }
}
