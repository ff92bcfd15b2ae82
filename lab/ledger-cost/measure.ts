import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'rolldown'
import type { World } from '../../src/core/world.ts'
import { createWorld } from '../../src/world/index.ts'
import type { LedgerBuilder } from './ledgers.ts'

/** What one more promotion took, in a process that had read nothing before. */
export interface Cost {
  readonly wallMs: number
  /** Processor time of our process, from its start. */
  readonly ownMs: number
  /** Until the first of both entries was recorded. */
  readonly firstMs: number
  /** Of git's processes, in steps of 10 ms; undefined where the system does not say. */
  readonly gitMs: number | undefined
  /** How often git was called. */
  readonly calls: number
  /** Bytes of objects that the repository has more; of each of them where there are several. */
  readonly objectBytes: readonly number[]
}

/** Promotes `times` times after a ledger of so many entries. The folder is removed afterwards. */
export async function costsOf(builder: LedgerBuilder, entries: number, times: number): Promise<readonly Cost[]> {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'airworthy-ledger-cost-'))
  const script = path.join(folder, 'promote.mjs')
  try {
    // Bundled as the command line is: a loader of TypeScript would stand between.
    await build({
      input: path.resolve(import.meta.dirname, 'promote.ts'),
      platform: 'node',
      logLevel: 'silent',
      output: { file: script, codeSplitting: false },
    })
    const ledger = path.join(folder, 'ledger')
    mkdirSync(ledger)
    const { settings, repositories } = await builder.build(ledger, entries, world())
    const first = (entries - 1) / 2
    return Array.from({ length: times }, (_, at) => {
      const before = repositories.map(objectBytes)
      const asked = JSON.stringify({ settings, number: first + at })
      const start = performance.now()
      const printed = execFileSync(process.execPath, [script, asked], { cwd: ledger, encoding: 'utf8' })
      const wallMs = performance.now() - start
      const after = repositories.map(objectBytes)
      const { calls, ownMs, firstMs, gitMs } = JSON.parse(printed) as Omit<Cost, 'wallMs' | 'objectBytes'>
      return {
        wallMs,
        ownMs,
        firstMs,
        gitMs,
        calls,
        objectBytes: after.map((bytes, index) => bytes - (before[index] ?? 0)),
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `promotion` of a version that is compared with the one before needs an odd number of entries: `created` and pairs. */
export function entriesFor(count: number): number {
  return count % 2 === 0 ? count + 1 : count
}

/** No worker is started here. */
function world(): World {
  return createWorld({
    cwd: process.cwd(),
    env: process.env,
    workerScript: '',
    trust: { level: 'trusted', why: 'a measurement' },
    event: 'local',
  })
}

function objectBytes(repository: string): number {
  const top = [path.join(repository, '.git', 'objects'), path.join(repository, 'objects')].find((folder) =>
    statSync(folder, { throwIfNoEntry: false }),
  )
  if (top === undefined) return 0
  const files = readdirSync(top, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0)
}
