import { UserError } from '../core/errors/index.ts'
import { ownValue } from '../core/own.ts'
import type { Reply } from '../world/workers.ts'

/**
 * A worker process: everything that loads a model runs in one, so that a crash of native code, its memory and its blocking
 * calls stay out of the process that decides. It answers one request at a time over its channel and ends when that breaks.
 */
const roles: Readonly<Record<string, () => Promise<(request: unknown) => Promise<unknown>>>> = {
  bench: async () => (await import('../measure/worker-role.ts')).createBenchRole(),
  async serve() {
    const [{ createServeRole }, { providers }] = await Promise.all([
      import('../serving/replica-role.ts'),
      import('../providers/index.ts'),
    ])
    return createServeRole((model, threads) => providers.cpu.open(model, { threads }))
  },
  exec: async () => (await import('../world/exec-role.ts')).createExecRole(),
}

const role = process.argv[2] ?? ''
const create = ownValue(roles, role)
if (create === undefined || process.send === undefined) {
  process.stderr.write(
    `worker.js is started by airworthy itself, with one of the roles ${Object.keys(roles).join(', ')}.\n`,
  )
  process.exit(2)
}

// Each role loads what it needs: a benchmark starts thousands of processes.
const answer = await create()
process.on('disconnect', () => process.exit(0))
process.on('message', (request) => void respond(request))
send({ ok: true, answer: 'ready' })

async function respond(request: unknown): Promise<void> {
  try {
    send({ ok: true, answer: await answer(request) })
  } catch (thrown) {
    if (thrown instanceof UserError) send({ ok: false, problems: thrown.problems })
    else send({ ok: false, bug: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) })
  }
}

function send(reply: Reply): void {
  process.send?.(reply)
}
