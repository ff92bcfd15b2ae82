import type { Files } from '../../core/world.ts'
import type { Model } from '../format/messages.ts'
import { type ExternalData, externalEntry, isExternal } from '../tensors/external.ts'
import { constantsOf } from './constants.ts'

/** Opens the files, in the folder of the model, that hold weights of it. */
export async function openExternal(
  model: Model,
  folder: string,
  files: Pick<Files, 'openWithin'>,
): Promise<ExternalData> {
  const names = externalFiles(model)
  return new Map(await Promise.all(names.map(async (name) => [name, await files.openWithin(folder, name)] as const)))
}

/** The names of the files, beside the model, that hold weights of it: sorted, each once. */
export function externalFiles(model: Model): string[] {
  const names = new Set<string>()
  for (const [, tensor] of constantsOf(model))
    if (isExternal(tensor)) names.add(externalEntry(tensor, 'location') ?? '')
  return [...names].sort()
}
