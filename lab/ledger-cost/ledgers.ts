import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { LedgerEntry, LedgerRecord } from '../../src/core/ledger.ts'
import type { World } from '../../src/core/world.ts'
import { readEntries } from '../../src/registry/ledger/chained.ts'
import { formatEntry } from '../../src/registry/ledger/entry.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'

/** What is recorded of one promotion, as a run does it. `number`: counted from 0. */
export function promotion(number: number): readonly [LedgerRecord, LedgerRecord] {
  const version = `1.${number}.0`
  const against = number === 0 ? '' : `1.${number - 1}.0`
  const digest = (letter: string): string => letter.repeat(64 - 6) + String(number).padStart(6, '0')
  return [
    {
      key: `run-${number}/release`,
      event: {
        kind: 'release',
        model: 'digits',
        version,
        artifact: { sha256: digest('a'), bytes: 31_415, name: 'digits.onnx' },
        why: 'accuracy is better by 0.6 pp (0.2 to 1.0 pp)',
        evidence: digest('b'),
        against,
        serves: false,
      },
    },
    {
      key: `run-${number}/assign`,
      event: {
        kind: 'assign',
        model: 'digits',
        stage: 'production',
        version,
        why: 'the gate passed and no step was worse',
        against,
      },
    },
  ]
}

/** What chooses the ledger, as in a pipeline, and where its objects lie. */
export interface BuiltLedger {
  readonly settings: Record<string, unknown>
  /** The repositories that hold it, the one that counts last; none for a file. */
  readonly repositories: readonly string[]
}

/** Makes a ledger of promotions in a folder. `entries`: how many it has. */
export interface LedgerBuilder {
  readonly name: string
  build(folder: string, entries: number, world: World): Promise<BuiltLedger>
}

export const builders: readonly LedgerBuilder[] = [
  {
    name: 'file',
    async build(folder, entries) {
      const by = { at: '2026-01-01T00:00:00.000Z', by: 'ada' }
      const records = recordsOf(entries)
      let read = readEntries([], () => ({ ledger: '', entry: '' }))
      const texts = records.map(({ key, event }) => {
        const text = formatEntry(read.next({ ...event, key, ...by } as LedgerEntry))
        read = read.and([text])
        return `${text}\n`
      })
      writeFileSync(path.join(folder, 'ledger.jsonl'), texts.join(''))
      return { settings: { file: 'ledger.jsonl' }, repositories: [] }
    },
  },
  {
    name: 'git',
    async build(folder, entries, world) {
      const repository = await repositoryOf(folder, entries, world)
      return { settings: { git: repository }, repositories: [repository] }
    },
  },
  {
    name: 'git, shared at a bare repository',
    async build(folder, entries, world) {
      const remote = await repositoryOf(folder, entries, world)
      const repository = path.join(folder, 'work')
      git(folder, 'init', '-q', repository)
      git(repository, 'remote', 'add', 'origin', `file://${remote}`)
      await openGitLedger({ repository, remote: 'origin' }, world)
      return { settings: { git: repository, remote: 'origin' }, repositories: [repository, remote] }
    },
  },
]

function recordsOf(entries: number): readonly LedgerRecord[] {
  const created: LedgerRecord = { key: 'created', event: { kind: 'created' } }
  const promotions = Array.from({ length: Math.ceil((entries - 1) / 2) }, (_, number) => promotion(number))
  return [created, ...promotions.flat()].slice(0, entries)
}

async function repositoryOf(folder: string, entries: number, world: World): Promise<string> {
  const repository = path.join(folder, 'registry.git')
  mkdirSync(folder, { recursive: true })
  const ledger = await openGitLedger({ repository, purpose: 'create' }, world)
  const records = recordsOf(entries)
  for (let at = 0; at < records.length; at += 500) await ledger.appendAll(records.slice(at, at + 500))
  return repository
}

function git(cwd: string, ...args: readonly string[]): void {
  execFileSync('git', args, { cwd, stdio: 'ignore' })
}
