import { appendFileSync, readFileSync } from 'node:fs'
import type { Ledger } from '../../src/core/ledger.ts'
import { takeLock } from '../../src/core/lock.ts'
import type { World } from '../../src/core/world.ts'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { createWorld } from '../../src/world/index.ts'

// A process of its own for test/real/locks.test.ts: `append file|git PLACE NAME COUNT`, or `count FILE`, which counts until it is killed.

const world = createWorld({
  cwd: process.cwd(),
  env: process.env,
  workerScript: '/nowhere',
  trust: { level: 'trusted', why: 'a test' },
  event: 'local',
})

const [what, ...args] = process.argv.slice(2)
if (what === 'append') await append(args as [string, string, string, string])
else await count(args[0] as string, world)

async function append([kind, place, name, number]: [string, string, string, string]): Promise<void> {
  const ledger: Ledger =
    kind === 'git' ? await openGitLedger({ repository: place }, world) : await openFileLedger(place, world)
  for (let at = 0; at < Number(number); at++)
    await ledger.append(`${name}-${at}`, {
      kind: 'override',
      model: 'digits',
      candidate: 'a'.repeat(64),
      verdict: 'fail',
      approver: name,
      reason: `entry ${at}`,
    })
}

/** Writes the next number, as it finds the last one: two at a time write one twice. */
async function count(file: string, { clock }: World): Promise<void> {
  for (;;) {
    const taken = await takeLock(`${file}.lock`, world, { patienceMs: 600_000 })
    if ('holder' in taken) throw new Error(`held by ${taken.holder.who}`)
    const last = Number(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? 0)
    await clock.sleep(1)
    appendFileSync(file, `${last + 1}\n`)
    await taken.lock.release()
  }
}
