import path from 'node:path'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import type { Git } from './command.ts'

/**
 * While a hook decides on a push, git keeps the objects of that push apart and lets nobody move a ref. What was recorded then would stay,
 * whatever the hook decides. Throws `registry-quarantined` for such a hook of this repository.
 */
export async function admitNoQuarantine({ directory, common }: Git, { env, files }: World): Promise<void> {
  const quarantine = env['GIT_QUARANTINE_PATH']
  if (quarantine === undefined || quarantine === '') return
  const [objects, apart] = await Promise.all([files.realPath(path.join(common, 'objects')), files.realPath(quarantine)])
  if (apart.startsWith(objects + path.sep)) throw registryError('registry-quarantined', { path: directory })
}
