import type { World } from '../core/world.ts'
import { openArtifacts, type Store } from './artifacts.ts'
import { weightFiles } from './model-files.ts'

export type { Store } from './artifacts.ts'

/** The store of models, values and other files in a folder: a model is stored with the files that hold its weights. */
export function openStore(root: string, world: World): Store {
  return openArtifacts(root, world, weightFiles(world.files))
}
