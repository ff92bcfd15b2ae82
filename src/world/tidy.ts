import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { HomePlace } from '../core/world.ts'

/** What people and later jobs read of a run. Either is there when it has come to its end. */
const results: readonly string[] = ['report.json', 'shard.json']

/** What a run keeps beside its results, to go on from: an untrusted one never does. */
const whileRunning: readonly string[] = ['journal.jsonl', 'scratch']

/**
 * Leaves of a fresh home what was reported: nothing else of it is ever used again, and on a machine that lasts, models would pile up.
 * Without a report nothing is left. Called when the process ends, so it waits for nothing, and throws nothing.
 */
export function tidyHome(home: HomePlace): void {
  if (home.kind !== 'isolated') return
  try {
    if (lstatSync(home.folder, { throwIfNoEntry: false })?.isDirectory()) tidy(home.folder)
  } catch {
    // What cannot be removed is left to whoever cleans the temporary folder: the results are told already.
  }
}

function tidy(home: string): void {
  const runs = path.join(home, 'runs')
  const reported = namesIn(runs).filter((run) => results.some((name) => existsSync(path.join(runs, run, name))))
  for (const place of reported.length === 0 ? [home] : rest(home, runs, reported))
    rmSync(place, { recursive: true, force: true })
}

function rest(home: string, runs: string, reported: readonly string[]): readonly string[] {
  const others = namesIn(home).filter((name) => name !== 'runs' && name !== '.gitignore')
  const unfinished = namesIn(runs).filter((run) => !reported.includes(run))
  const working = reported.flatMap((run) => whileRunning.map((name) => path.join(run, name)))
  return [
    ...others.map((name) => path.join(home, name)),
    ...[...unfinished, ...working].map((name) => path.join(runs, name)),
  ]
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : []
}
