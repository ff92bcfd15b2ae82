import path from 'node:path'
import { checkoutsAround } from '../core/checkout.ts'
import { UserError } from '../core/errors/index.ts'
import type { World } from '../core/world.ts'
import { trackedFile } from '../registry/index.ts'

export interface Committed {
  /** Whether git tracks the file, in any of the checkouts that it lies in; also where git cannot say. */
  readonly tracked: boolean
  /** Whether a symbolic link within the checkout is on the way to it. */
  readonly link: boolean
}

/** Whether a commit brought a file. Outside of checkouts, and where there is no git, no commit did. */
export async function committed(file: string, world: World): Promise<Committed> {
  const answers = await Promise.all(
    (await checkoutsAround(path.dirname(file), world.files)).map(
      async (top): Promise<Committed> => ({
        link: (await world.files.openWithin(top, path.relative(top, file).split(path.sep).join('/'))) === 'link',
        tracked: (await trackedFile(top, file, world).catch(unclear)) !== undefined,
      }),
    ),
  )
  return { tracked: answers.some(({ tracked }) => tracked), link: answers.some(({ link }) => link) }
}

function unclear(thrown: unknown): string {
  if (thrown instanceof UserError && thrown.code === 'git-failed') return thrown.message
  throw thrown
}
