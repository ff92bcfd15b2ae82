import type { Registry } from '../core/registry.ts'
import type { World } from '../core/world.ts'
import { openFileRegistry } from './file.ts'
import { openGitRegistry } from './git/index.ts'

/** Where a pipeline keeps its ledger: absolute paths. */
export type RegistryPlace =
  | { readonly file: string }
  | { readonly git: string; readonly create?: boolean | undefined; readonly remote?: string | undefined }

/** Opens the registry of a pipeline. @throws `registry-not-git`, `git-missing`. */
export function openRegistry(place: RegistryPlace, world: World): Promise<Registry> {
  return 'file' in place
    ? openFileRegistry(place.file, world)
    : openGitRegistry({ repository: place.git, create: place.create ?? false, remote: place.remote }, world)
}
