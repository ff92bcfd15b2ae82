import path from 'node:path'
import { z } from 'zod'
import { defineLedger, type LedgerKind } from '../../core/ledger-kind.ts'
import type { Trust, World } from '../../core/world.ts'

export const scratch: LedgerKind = defineLedger({
  name: 'scratch',
  summary: 'A git repository in the folder of the run.',
  settings: z.strictObject({
    scratch: z.literal(true).describe('A git registry that lives and ends with the run: for trying things out.'),
  }),
  example: '{ scratch: true }',
  endsWithRun: true,
  where: (_, { runFolder }) => `the git registry ${repositoryIn(runFolder)}`,
  async open(_, { runFolder }, world) {
    const { openGitLedger } = await import('./git/ledger.ts')
    return openGitLedger({ repository: repositoryIn(runFolder), purpose: 'create' }, ofTheRun(world))
  },
})

/** No commit can bring a repository that the run makes for itself, whoever wrote what it runs. */
function ofTheRun(world: World): World {
  const trust: Trust = { level: 'trusted', why: 'the run makes it' }
  // Its other members are left where they are: to ask for some, such as the machine, takes time.
  return Object.create(world, { trust: { value: trust } }) as World
}

function repositoryIn(runFolder: string): string {
  return path.join(runFolder, 'registry.git')
}
