// Drives the real command line, and the rollouts of many processes in one, through what happens to them in use, and asks at the end
// whether every promise of the ledger was kept.
//   npm run build && npx tsx lab/chaos.ts [--real 100] [--simulated 10000] [--seed 1] [--jobs 2] [--kinds kills,flips] [--keep] [--write]
// `--write` puts the summary into docs/chaos.md.
// Needs git and, for some kinds, user namespaces (unshare) and faketime: what cannot run here is said and counts as not run.
// Prints a line for each history that broke a promise, and a summary; exit code 1 when one did.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { simulate } from './chaos/simulated/history.ts'
import { type Summary, tableOf, writeTable } from './chaos/table.ts'

const kinds = ['kills', 'clones', 'namespaces', 'clocks', 'full', 'hanging', 'flips'] as const
type Kind = (typeof kinds)[number]

const { values } = parseArgs({
  options: {
    real: { type: 'string', default: '100' },
    simulated: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    kinds: { type: 'string', default: kinds.join(',') },
    keep: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

interface Told {
  readonly kind: Kind
  readonly broken: readonly string[]
  readonly tally: Readonly<Record<string, number | Readonly<Record<string, number>>>>
}

const script = path.join(import.meta.dirname, 'chaos', 'history.ts')
const summaries = new Map<string, Summary>()
let failed = 0

await simulatedHistories()
await realHistories()
const summary = tableOf(summaries)
console.log(summary)
if (values.write) writeTable(summary)
process.exitCode = failed === 0 ? 0 : 1

/** All processes of a history in this one. */
async function simulatedHistories(): Promise<void> {
  for (let at = 0; at < Number(values.simulated); at++) {
    const seed = Number(values.seed) * 1_000_000 + at
    // One that cannot be played to its end has broken something, too.
    const { broken, happened } = await simulate(seed).catch((thrown: Error) => ({
      broken: [`it ended with ${thrown.stack ?? thrown.message}`],
      happened: new Map<string, number>(),
    }))
    record('simulated', seed, broken, Object.fromEntries(happened))
  }
}

function record(kind: string, seed: number, broken: readonly string[], tally: Told['tally']): void {
  const summary = summaries.get(kind) ?? { histories: 0, broken: 0, counts: new Map() }
  summaries.set(kind, summary)
  summary.histories++
  for (const [name, count] of Object.entries(tally))
    if (typeof count === 'number' && count > 0) summary.counts.set(name, (summary.counts.get(name) ?? 0) + count)
  if (broken.length === 0) return
  summary.broken++
  failed++
  console.log(`✗ ${kind}, seed ${seed}: ${broken.join('\n    ')}`)
}

async function realHistories(): Promise<void> {
  const asked = values.kinds.split(',')
  const unknown = asked.find((kind) => !kinds.includes(kind as Kind))
  if (unknown !== undefined) throw new Error(`no kind ${unknown}: ${kinds.join(', ')}`)
  const possible = asked.filter(canRun) as Kind[]
  if (possible.length === 0) return
  const queue = Array.from({ length: Number(values.real) }, (_, at) => ({
    kind: possible[at % possible.length] as Kind,
    seed: Number(values.seed) * 1000 + at,
  }))
  await Promise.all(
    Array.from({ length: Number(values.jobs) }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await oneHistory(next.kind, next.seed)
    }),
  )
}

async function oneHistory(kind: Kind, seed: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), `airworthy-chaos-${kind}-`))
  const own = ['npx', 'tsx', script, '--kind', kind, '--seed', String(seed), '--folder', folder]
  const command = kind === 'full' ? onSmallDisk(folder, own) : own
  const { told, words } = await ask(command)
  const broken = told?.broken ?? [`the history itself failed: ${words.slice(-800)}`]
  record(kind, seed, broken, told?.tally ?? {})
  if (!values.keep || broken.length === 0) rmSync(folder, { recursive: true, force: true })
}

/** In a mount namespace of its own, with the folder on a disk of a few megabytes. */
function onSmallDisk(folder: string, command: readonly string[]): readonly string[] {
  const mounted = `mount -t tmpfs -o size=24m tmpfs "$0" && exec "$@"`
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mounted, folder, ...command]
}

function ask([program = '', ...args]: readonly string[]): Promise<{ told: Told | undefined; words: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, words] = ['', '']
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      words = (words + chunk).slice(-4000)
    })
    child.once('close', () => {
      const line = out.trim().split('\n').at(-1) ?? ''
      resolve({ told: line.startsWith('{') ? (JSON.parse(line) as Told) : undefined, words })
    })
  })
}

/** Says what cannot run here. */
function canRun(kind: string): boolean {
  const probes: Readonly<Record<string, readonly string[]>> = {
    namespaces: ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--mount-proc', 'true'],
    full: ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'],
    clocks: ['faketime', '-f', '+1d', 'true'],
    hanging: ['git', 'daemon', '--help'],
  }
  const [program, ...args] = probes[kind] ?? []
  if (program === undefined) return true
  try {
    execFileSync(program, args, { stdio: 'ignore' })
    return true
  } catch {
    console.log(`${kind.padEnd(10)} not run: ${program} does not do here what it needs`)
    return false
  }
}
