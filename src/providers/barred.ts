import path from 'node:path'
import { UserError } from '../core/errors/index.ts'
import type { Files } from '../core/world.ts'
import { checkStart } from '../onnx/check/index.ts'
import { readModel } from '../onnx/format/index.ts'
import { providerError } from './errors.ts'

/**
 * Throws `model-barred` for a model that is not to be loaded or run here: one that would never come to an end, or that reads
 * memory which is not its own; and `model-too-large`. What else cannot be read as a model is for the runtime to refuse, in its words.
 * @param model absolute path of its file
 */
export async function refuseBarred(model: string, files: Pick<Files, 'open'>): Promise<void> {
  for (const { where, message, hint } of await barring(model, files))
    throw providerError('model-barred', { model, where, reason: message, hint })
}

async function barring(model: string, files: Pick<Files, 'open'>): Promise<ReturnType<typeof checkStart>> {
  try {
    return checkStart(readModel(await files.open(model), path.basename(model)))
  } catch (thrown) {
    if (thrown instanceof UserError && thrown.code !== 'model-too-large') return []
    throw thrown
  }
}
