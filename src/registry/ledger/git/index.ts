import path from 'node:path'
import { z } from 'zod'
import { defineLedger, type LedgerKind } from '../../../core/ledger-kind.ts'

export const git: LedgerKind = defineLedger({
  name: 'git',
  summary: 'A branch of a git repository, one commit for each entry; versions show as tags.',
  settings: z.strictObject({
    git: z.string().min(1).describe('A git repository: the ledger is the branch airworthy/ledger, versions are tags.'),
    remote: z
      .string()
      .regex(/^[^-]/, 'expected the name or the address of a remote, which does not begin with a dash')
      .optional()
      .describe(
        'The remote that shares it, such as `origin`: fetched first, pushed at every entry. Without it, the ledger stays local.',
      ),
    create: z.boolean().default(false).describe('Make a bare repository when there is none.'),
  }),
  example: '{ git: ., remote: origin }',
  where: (settings, { folder }) => `the git registry ${path.resolve(folder, settings.git)}`,
  // Loaded when it is opened: checking a pipeline needs none of it.
  async open({ git: repository, create, remote }, { folder }, world) {
    const { openGitLedger } = await import('./ledger.ts')
    return openGitLedger({ repository: path.resolve(folder, repository), create, remote }, world)
  },
})
