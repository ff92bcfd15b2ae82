import type { Ledger } from '../../core/ledger.ts'
import type { World } from '../../core/world.ts'
import { openFileLedger } from './file.ts'
import { openGitLedger } from './git/index.ts'

/** Where a pipeline keeps its ledger: absolute paths. */
export type LedgerPlace =
  | { readonly file: string }
  | { readonly git: string; readonly create?: boolean | undefined; readonly remote?: string | undefined }

/** Opens the registry of a pipeline. @throws `registry-not-git`, `git-missing`. */
export function openLedger(place: LedgerPlace, world: World): Promise<Ledger> {
  return 'file' in place
    ? openFileLedger(place.file, world)
    : openGitLedger({ repository: place.git, create: place.create ?? false, remote: place.remote }, world)
}
