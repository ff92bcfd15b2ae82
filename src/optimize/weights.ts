import path from 'node:path'
import { piecesOf, whole } from '../core/bytes.ts'
import type { Files } from '../core/world.ts'
import { readModel } from '../onnx/format/index.ts'
import { openExternal } from '../onnx/graph/index.ts'

/**
 * Copies the files of weights that a written model still names from beside the model it was made from. Names that lead
 * elsewhere, or to files that are not there, are left: whoever loads the model finds them missing.
 */
export async function bringWeights(written: string, original: string, files: Files): Promise<void> {
  const model = readModel(await files.open(written), path.basename(written))
  for (const [name, source] of await openExternal(model, path.dirname(original), files))
    if (typeof source !== 'string')
      await files.writePieces(path.join(path.dirname(written), name), piecesOf(whole(source)))
}
