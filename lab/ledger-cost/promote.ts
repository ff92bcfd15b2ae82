// One more promotion, in a process of its own: what it costs is printed as JSON.
//   node promote.mjs '{"settings":{"git":"registry.git"},"number":3}'
import { existsSync, readFileSync } from 'node:fs'
import type { World } from '../../src/core/world.ts'
import { openLedger } from '../../src/registry/index.ts'
import { createWorld } from '../../src/world/index.ts'
import { promotion } from './ledgers.ts'

const { settings, number } = JSON.parse(process.argv[2] ?? '') as { settings: Record<string, unknown>; number: number }
const cwd = process.cwd()
const world = await createWorld({
  cwd,
  env: process.env,
  workerScript: '',
  trust: { level: 'trusted', why: 'a measurement' },
  event: 'local',
})
let calls = 0
const run: World['processes']['run'] = (program, args, options) => {
  calls += 1
  return world.processes.run(program, args, options)
}
const ledger = await openLedger(
  settings,
  { folder: cwd, runFolder: cwd },
  { ...world, processes: { ...world.processes, run } },
)
const [release, assign] = promotion(number)
await ledger.append(release.key, release.event)
const first = ownMs()
await ledger.append(assign.key, assign.event)
console.log(JSON.stringify({ calls, ownMs: ownMs(), firstMs: first, gitMs: childrenMs() }))

/** Processor time of this process since it was started. */
function ownMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The processor time of all processes that were started here and have ended, in steps of 10 ms; undefined where the system does not say. */
function childrenMs(): number | undefined {
  const file = '/proc/self/stat'
  if (!existsSync(file)) return undefined
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return 10 * (Number(fields[13]) + Number(fields[14]))
}
