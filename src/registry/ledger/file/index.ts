import path from 'node:path'
import { z } from 'zod'
import { defineLedger, type LedgerKind } from '../../../core/ledger-kind.ts'

export const file: LedgerKind = defineLedger({
  name: 'file',
  summary: 'A file of JSON lines.',
  settings: z.strictObject({ file: z.string().min(1).describe('A ledger file, JSON lines.') }),
  example: '{ file: ledger.jsonl }',
  files: (settings, { folder }) => [path.resolve(folder, settings.file)],
  where: (settings, { folder }) => `the ledger file ${path.resolve(folder, settings.file)}`,
  // Loaded when it is opened: checking a pipeline needs none of it.
  async open(settings, { folder }, world) {
    const { openFileLedger } = await import('./ledger.ts')
    return openFileLedger(path.resolve(folder, settings.file), world)
  },
})
