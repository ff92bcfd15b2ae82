import path from 'node:path'
import { z } from 'zod'
import { defineLedger, type LedgerKind } from '../../core/ledger-kind.ts'
import { ofItself } from './of-itself.ts'

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
    return openGitLedger(
      { repository: repositoryIn(runFolder), purpose: 'create' },
      ofItself(world, 'the run makes it'),
    )
  },
})

function repositoryIn(runFolder: string): string {
  return path.join(runFolder, 'registry.git')
}
