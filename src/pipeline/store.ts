import type { World } from '../core/world.ts'
import { openArtifacts, type Restored, type Store } from './artifacts.ts'
import type { Home } from './home.ts'
import { weightFiles } from './model-files.ts'

export type { Restored, Store } from './artifacts.ts'

/** The store of models, values and other files in a folder: a model is stored with the files that hold its weights. */
export function openStore(root: string, world: World, restored?: Restored): Store {
  return openArtifacts(root, world, weightFiles(world.files), restored)
}

/** The store of a home. */
export function storeOf({ store, restored }: Home, world: World): Store {
  return openStore(store, world, restored)
}
