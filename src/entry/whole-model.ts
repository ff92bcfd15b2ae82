import path from 'node:path'
import type { ByteSource } from '../core/bytes.ts'
import type { Files } from '../core/world.ts'
import { openExternal } from '../onnx/external.ts'
import { withInlineData } from '../onnx/externalize.ts'
import type { Model } from '../onnx/messages.ts'
import { readModel } from '../onnx/read.ts'

/** A model with the weights that are in files beside it as if they were its own, where those files may be read. */
export async function wholeModel(source: ByteSource, file: string, files: Files): Promise<Model> {
  const model = readModel(source, path.basename(file))
  return withInlineData(model, await openExternal(model, path.dirname(file), files))
}
