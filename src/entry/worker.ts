import { createBenchRole } from '../bench/worker-role.ts'
import { UserError } from '../core/errors.ts'
import { providers } from '../providers/index.ts'
import { createServeRole } from '../targets/local/replica-role.ts'
import { createExecRole } from '../world/exec-role.ts'
import type { Reply } from '../world/workers.ts'

/**
 * A worker process: everything that loads a model runs in one, so that a crash of native code, its memory and its blocking
 * calls stay out of the process that decides. It answers one request at a time over its channel and ends when that breaks.
 */
const roles: Readonly<Record<string, () => (request: unknown) => Promise<unknown>>> = {
  bench: createBenchRole,
  serve: () => createServeRole((model, threads) => providers.cpu.open(model, { threads })),
  exec: createExecRole,
}

const role = process.argv[2] ?? ''
const create = roles[role]
if (create === undefined || process.send === undefined) {
  process.stderr.write(
    `worker.js is started by airworthy itself, with one of the roles ${Object.keys(roles).join(', ')}.\n`,
  )
  process.exit(2)
}

const answer = create()
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
