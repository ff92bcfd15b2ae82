// One history with real processes; started by lab/chaos.ts, which says what the kinds are.
//   npx tsx lab/chaos/history.ts --kind kills --seed 1 --folder FOLDER
// Prints one line of JSON; exit code 1 when a promise was broken.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { LedgerEntry } from '../../src/core/ledger.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'
import { flipHistory } from './flips.ts'
import { type FrozenLine, serveFrozen } from './frozen-line.ts'
import { openRollouts, violations } from './invariants.ts'
import {
  candidates,
  git,
  ledgerTexts,
  makePlace,
  type Place,
  type RegistryKind,
  registries,
  registryOf,
  usersRefs,
} from './place.ts'
import { type Ended, nameOf, pause, processesOf, type Started, type Surroundings, signal, start } from './runs.ts'

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: 'kills' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string' },
  },
})

/** What happens besides several runs at once. */
interface Kind {
  readonly registries: readonly RegistryKind[]
  readonly checkouts: number
  /** Whether processes are killed, paused and interrupted. */
  readonly disturbed: boolean
  surroundings?(random: Random): Surroundings
  readonly frozen?: boolean
}

const kinds: Readonly<Record<string, Kind>> = {
  kills: { registries, checkouts: 1, disturbed: true },
  clones: { registries: ['remote'], checkouts: 2, disturbed: true },
  namespaces: {
    registries,
    checkouts: 1,
    disturbed: true,
    surroundings: () => ({ ownProcessIds: true }),
  },
  clocks: {
    registries,
    checkouts: 1,
    disturbed: true,
    surroundings: (random) => ({ clock: `${random.below(2) === 0 ? '+' : '-'}${1 + random.below(5000)}m` }),
  },
  full: { registries, checkouts: 1, disturbed: false },
  hanging: { registries: ['remote'], checkouts: 2, disturbed: false, frozen: true },
}

interface Run {
  readonly checkout: string
  readonly candidate: string
  readonly started: Started
}

const tally = { runs: 0, kills: 0, pauses: 0, interrupts: 0, freezes: 0, codes: {} as Record<string, number> }

async function main(): Promise<void> {
  const folder = path.resolve(values.folder ?? `/tmp/airworthy-chaos-${values.kind}-${values.seed}`)
  mkdirSync(folder, { recursive: true })
  const random = createRandom(Number(values.seed), values.kind.length, values.kind.charCodeAt(0))
  const mark = `${values.kind}-${values.seed}-${process.pid}`
  const broken =
    values.kind === 'flips'
      ? await flipHistory(folder, random, mark, tally)
      : await history(kinds[values.kind] as Kind, folder, random, mark)
  await pause(500)
  const left = processesOf(mark)
  for (const pid of left) broken.push(`left behind: ${nameOf(pid)}`)
  for (const pid of left) signal(pid, 'SIGKILL')
  console.log(JSON.stringify({ kind: values.kind, seed: values.seed, broken, tally }))
  process.exitCode = broken.length === 0 ? 0 : 1
}

async function history(kind: Kind, folder: string, random: Random, mark: string): Promise<string[]> {
  const registry = pick(kind.registries, random)
  const line = kind.frozen === true ? await serveFrozen(folder, 'shared.git') : undefined
  try {
    const place = makePlace(folder, registry, kind.checkouts, line?.address)
    await prepared(place, mark)
    if (values.kind === 'full') fill(place, random)
    const before = usersRefs(place)
    const broken: string[] = []
    const runs = await startAll(place, kind, random, mark)
    const state = { over: false }
    const disturbed = kind.disturbed
      ? disturb(runs, random, mark, state)
      : line === undefined
        ? undefined
        : freeze(line, random, runs, state)
    const ended = await Promise.all(runs.map(({ started }) => started.ended))
    state.over = true
    await disturbed
    for (const [at, each] of ended.entries()) broken.push(...faultsOf(each, runs[at] as Run))
    line?.thaw()
    if (values.kind === 'full') emptied(place)
    broken.push(...(await healed(place, mark)))
    broken.push(...faultsAtEnd(place, before))
    return broken
  } finally {
    await line?.close()
  }
}

/** The registry is made, and a first run takes in what serves. */
async function prepared(place: Place, mark: string): Promise<void> {
  const [cwd = ''] = place.checkouts
  await mustPass(start(['registry', 'init', 'a.yml'], { cwd, mark }))
  await mustPass(start(['run', 'a.yml'], { cwd, mark }))
  const entries = ledgerTexts(place).length
  if (entries < 8) throw new Error(`a run that nothing disturbs left ${entries} entries`)
}

async function mustPass({ ended }: Started): Promise<void> {
  const { code, output } = await ended
  if (code !== 0) throw new Error(`a run that nothing disturbs ended with ${code}: ${output}`)
}

async function startAll(place: Place, kind: Kind, random: Random, mark: string): Promise<readonly Run[]> {
  const runs: Run[] = []
  const count = 2 + random.below(4)
  for (let at = 0; at < count; at++) {
    const checkout = pick(place.checkouts, random)
    const candidate = pick(candidates, random)
    const surroundings = kind.surroundings?.(random) ?? {}
    tally.runs++
    runs.push({
      checkout,
      candidate,
      started: start(['run', `${candidate}.yml`], { cwd: checkout, mark, surroundings }),
    })
    await pause(random.below(2) === 0 ? 0 : random.below(2000))
  }
  return runs
}

/** Kills, pauses and interrupts processes of runs, whichever they are, at random moments. */
async function disturb(
  runs: readonly Run[],
  random: Random,
  mark: string,
  state: { readonly over: boolean },
): Promise<void> {
  for (let times = 1 + random.below(4); times > 0; times--) {
    await pause(random.below(2500))
    if (state.over) return
    const pids = processesOf(mark)
    const pid = pids[random.below(Math.max(1, pids.length))]
    if (pid === undefined) continue
    const what = random.uniform()
    if (what < 0.5) {
      tally.kills++
      signal(pid, 'SIGKILL')
    } else if (what < 0.75) {
      tally.pauses++
      signal(pid, 'SIGSTOP')
      await pause(500 + random.below(6000))
      signal(pid, 'SIGCONT')
    } else {
      tally.interrupts++
      const run = runs[random.below(runs.length)]
      if (run?.started.child.pid !== undefined) signal(run.started.child.pid, 'SIGINT')
    }
  }
}

/** Freezes the line for a while; some runs are interrupted meanwhile, as people do. */
async function freeze(
  line: FrozenLine,
  random: Random,
  runs: readonly Run[],
  state: { readonly over: boolean },
): Promise<void> {
  await pause(random.below(3000))
  if (state.over) return
  tally.freezes++
  line.freezeAfter(random.below(2) === 0 ? 0 : random.below(3000))
  await pause(1000 + random.below(3000))
  for (const { started } of runs)
    if (random.below(2) === 0 && started.child.pid !== undefined) {
      tally.interrupts++
      signal(started.child.pid, 'SIGINT')
    }
  await pause(3000 + random.below(4000))
  line.thaw()
}

/** What a run must not do, whatever happens to it. */
function faultsOf({ code, output, hung }: Ended, { candidate }: Run): readonly string[] {
  const name = String(code)
  tally.codes[name] = (tally.codes[name] ?? 0) + 1
  if (hung) return [`the run of ${candidate} did not end: ${lastOf(output)}`]
  if (code === 70) return [`the run of ${candidate} ended with a bug: ${lastOf(output)}`]
  return []
}

/** Runs that were killed are resumed, one after the other, and a last run of one candidate finds everything in order. */
async function healed(place: Place, mark: string): Promise<readonly string[]> {
  const broken: string[] = []
  for (const cwd of place.checkouts) {
    for (const id of unfinished(cwd)) {
      const mayRollBack = mayEndRolledBack(place, id)
      const { code, output, hung } = await start(['run', '--run', id], { cwd, mark }).ended
      tally.codes[`resumed ${code}`] = (tally.codes[`resumed ${code}`] ?? 0) + 1
      const refused = /error\[|ERROR/.test(output)
      if (hung || code === 70 || (code !== 0 && !refused && !(code === 4 && mayRollBack)))
        broken.push(`resuming ${id} ended with ${code}: ${lastOf(output)}`)
      if (/error\[(?:usage|pipeline|run-missing|resume-nothing)/.test(output))
        broken.push(`${id} was not resumed: ${lastOf(output)}`)
    }
  }
  const [cwd = ''] = place.checkouts
  const { code, output } = await start(['run', 'c.yml'], { cwd, mark }).ended
  if (code !== 0) broken.push(`a last run ended with ${code}: ${lastOf(output)}`)
  return broken
}

/**
 * Whether a run may be right to end with a rollback: its rollout was ended by another run before it moved any traffic, or one was judged to
 * fail, as its candidate's server was killed while requests came.
 */
function mayEndRolledBack(place: Place, id: string): boolean {
  const entries = ledgerTexts(place).map((text) => JSON.parse(text) as LedgerEntry)
  const open = new Set(openRollouts(entries))
  return entries.some((entry) => {
    if (entry.kind === 'rollout-finished') return entry.outcome === 'rolled-back' && entry.rollout.startsWith(`${id}/`)
    return entry.kind === 'rollout-judged' && entry.verdict === 'fail' && open.has(entry.rollout)
  })
}

function unfinished(checkout: string): readonly string[] {
  const runs = path.join(checkout, '.airworthy', 'runs')
  if (!existsSync(runs)) return []
  return readdirSync(runs).filter((id) => {
    const journal = path.join(runs, id, 'journal.jsonl')
    const text = existsSync(journal) ? readFileSync(journal, 'utf8') : ''
    return text.includes('"run-started"') && !text.includes('"run-finished"')
  })
}

function faultsAtEnd(place: Place, before: readonly string[]): readonly string[] {
  const entries = ledgerTexts(place).map((text) => JSON.parse(text) as LedgerEntry)
  const broken = [...violations(entries)]
  for (const open of openRollouts(entries)) broken.push(`the rollout ${open} is still open`)
  const after = usersRefs(place)
  for (const ref of before) if (!after.includes(ref)) broken.push(`a ref of the user's is gone or moved: ${ref}`)
  for (const ref of after) if (!before.includes(ref)) broken.push(`a ref was made: ${ref}`)
  broken.push(...doubledHooks(place))
  const repository = registryOf(place)
  if (repository !== undefined) {
    try {
      git(place.checkouts[0] ?? '', 'fsck', '--no-dangling')
    } catch (thrown) {
      broken.push(`git fsck: ${String(thrown).slice(0, 300)}`)
    }
  }
  return broken
}

/** A hook runs at least once, under one id, and twice at most where a process was killed while it ran. */
function doubledHooks({ checkouts }: Place): readonly string[] {
  const ids = checkouts.flatMap((each) => {
    const log = path.join(each, 'hooks.log')
    return existsSync(log)
      ? readFileSync(log, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : []
  })
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  const allowed = 1 + tally.kills + tally.pauses + tally.interrupts
  return [...counts].flatMap(([id, count]) => (count > allowed ? [`the hook ${id} ran ${count} times`] : []))
}

/** Leaves some bytes of the disk that the place is on. */
function fill({ folder }: Place, random: Random): void {
  const { bavail, bsize } = statfsSync(folder)
  const bytes = bavail * bsize - random.below(400_000)
  writeFileSync(path.join(folder, 'filler'), Buffer.alloc(Math.max(0, bytes)))
}

/** Room again. */
function emptied({ folder }: Place): void {
  rmSync(path.join(folder, 'filler'))
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  return items[random.below(items.length)] as Item
}

function lastOf(output: string): string {
  return output.trim().split('\n').slice(-4).join(' / ').slice(0, 500)
}

await main()
