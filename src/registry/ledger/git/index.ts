import path from 'node:path'
import { z } from 'zod'
import { defineLedger, type LedgerKind } from '../../../core/ledger-kind.ts'
import { duration } from '../../../core/quantity/index.ts'

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
        'The remote that shares it, such as `origin`: asked first, pushed at every entry. Without it, the ledger stays local.',
      ),
    timeout: duration()
      .optional()
      .describe('How long the remote may say nothing before it counts as away. Default: `60s`.'),
  }),
  example: '{ git: ., remote: origin }',
  where: (settings, { folder }) => `the git registry ${path.resolve(folder, settings.git)}`,
  // Loaded when it is opened: checking a pipeline needs none of it.
  async open({ git: repository, remote, timeout }, { folder }, world, purpose, context) {
    const { openGitLedger } = await import('./ledger.ts')
    return openGitLedger(
      { repository: path.resolve(folder, repository), remote, folder, limitMs: timeout, purpose },
      world,
      context,
    )
  },
})
