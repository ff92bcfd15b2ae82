import type { Agent } from 'node:http'
import type { Clock } from '../core/world.ts'
import { call } from './http.ts'
import { versionHeader } from './router.ts'

/** What a client saw of one request that succeeded. */
export interface Seen {
  readonly version: string
  readonly ms: number
}

export interface Replay {
  readonly agent: Agent
  readonly port: number
  readonly path: string
  /** Request bodies, replayed round and round. */
  readonly bodies: readonly Buffer[]
  /** Requests per second. */
  readonly rate: number
  readonly timeoutMs: number
  readonly clock: Clock
  readonly signal: AbortSignal
}

/** More than this in flight is a queue, which a client waits in as it would in front of any server. */
const inFlightLimit = 64

/**
 * Sends requests at a fixed rate for some time, whether or not answers keep up (open loop), and waits for the last answer.
 * A request's time begins when it is due, so that waiting for a slot counts. `first` is where in the bodies to begin.
 */
export async function replay(
  options: Replay,
  ms: number,
  first: number,
): Promise<{ readonly sent: number; readonly seen: readonly Seen[] }> {
  const { clock, rate, signal } = options
  const start = clock.monotonicMs()
  const total = Math.max(1, Math.round((ms / 1000) * rate))
  const seen: Seen[] = []
  const gate = createGate(inFlightLimit)
  const requests: Promise<void>[] = []
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((clock.monotonicMs() - start) / 1000) * rate) + 1)
    for (; sent < due; sent++) requests.push(send(options, first + sent, gate, seen))
    if (sent < total) await clock.sleep(Math.max(1, start + (sent / rate) * 1000 - clock.monotonicMs()), signal)
  }
  await Promise.all(requests)
  // The last request is due one interval before the end of the window.
  const rest = start + ms - clock.monotonicMs()
  if (rest > 0) await clock.sleep(rest, signal)
  return { sent: total, seen }
}

async function send(options: Replay, index: number, gate: Gate, seen: Seen[]): Promise<void> {
  const { agent, port, path, bodies, timeoutMs, clock } = options
  const start = clock.monotonicMs()
  const body = bodies[index % bodies.length] as Buffer
  const leave = await gate()
  try {
    const headers = { 'content-type': 'application/json', 'content-length': body.length }
    const { status, headers: answered } = await call({ agent, port, path, method: 'POST', headers, body, timeoutMs })
    const version = answered[versionHeader]
    if (status < 400 && typeof version === 'string') seen.push({ version, ms: clock.monotonicMs() - start })
  } catch {
    // The router counts what fails; a client that gives up has no latency to tell.
  } finally {
    leave()
  }
}

type Gate = () => Promise<() => void>

/** Lets so many in at once; the others wait in line. */
function createGate(limit: number): Gate {
  let inside = 0
  const line: (() => void)[] = []
  const leave = (): void => {
    const next = line.shift()
    if (next === undefined) inside -= 1
    else next()
  }
  return async () => {
    if (inside < limit) inside += 1
    else await new Promise<void>((resolve) => line.push(resolve))
    return leave
  }
}
