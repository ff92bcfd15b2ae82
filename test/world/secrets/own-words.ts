import type { z } from 'zod'
import { ledgerEntry } from '../../../src/core/ledger.ts'
import { runReportSchema } from '../../../src/core/report.ts'
import { subjectDigestsSchema } from '../../../src/core/share.ts'
import { stageRecord } from '../../../src/pipeline/cache.ts'
import { journalEvent } from '../../../src/pipeline/journal.ts'
import { pipelineFile, stageCommon } from '../../../src/pipeline/schema.ts'
import { shardFile } from '../../../src/pipeline/shard-file.ts'
import { providerNames } from '../../../src/providers/index.ts'
import { stageKinds } from '../../../src/stages/index.ts'
import { evidenceSchema } from '../../../src/verdicts/evidence/schema.ts'
import { metrics } from '../../../src/verdicts/metrics/index.ts'

/** The keys and the words of what is kept and decided on, from the schemas and tables: those that are long enough to hold a secret. */
export function wordsOfSchemas(): readonly string[] {
  const schemas = [
    runReportSchema,
    ledgerEntry,
    journalEvent,
    stageRecord,
    shardFile,
    subjectDigestsSchema,
    evidenceSchema,
    pipelineFile,
    stageCommon,
    ...stageKinds.map(({ settings }) => settings),
  ]
  const words = new Set<string>()
  const seen = new Set<unknown>()
  for (const schema of schemas) collect(schema, words, seen)
  const named = [
    ...stageKinds.flatMap(({ name, gives }) => [name, gives]),
    ...metrics.map(({ name }) => name),
    ...providerNames,
  ]
  for (const name of named) words.add(name)
  return [...words].filter((word) => word.length >= 6).sort()
}

/** Whatever a definition of zod holds: schemas, and the values of literals and enums. */
function collect(value: unknown, words: Set<string>, seen: Set<unknown>): void {
  if (value === null || typeof value !== 'object' || seen.has(value)) return
  seen.add(value)
  if (Array.isArray(value)) for (const each of value) collect(each, words, seen)
  const def = (value as z.ZodType)._zod?.def as unknown as Record<string, unknown> | undefined
  if (def === undefined) return
  const { type, shape, entries, values } = def
  if (type === 'object')
    for (const [key, member] of Object.entries(shape as object)) words.add(key) && collect(member, words, seen)
  if (type === 'enum') for (const each of Object.values(entries as object)) words.add(String(each))
  if (type === 'literal') for (const each of values as readonly unknown[]) words.add(String(each))
  for (const member of [
    'element',
    'valueType',
    'keyType',
    'innerType',
    'options',
    'items',
    'rest',
    'in',
    'out',
    'left',
    'right',
  ])
    collect(def[member], words, seen)
  if (typeof def['getter'] === 'function') collect((def['getter'] as () => unknown)(), words, seen)
}
