import type { Agent } from 'node:http'
import type { Clock } from '../core/world.ts'
import { call } from './http.ts'
import { ownHeader, versionHeader } from './router.ts'
import type { Answered, TrafficLog } from './traffic-log.ts'

export interface Replay {
  readonly agent: Agent
  readonly port: number
  readonly path: string
  /** The router's `ownKey`. */
  readonly ownKey: string
  /** Request bodies, replayed round and round. */
  readonly bodies: readonly Buffer[]
  /** Requests per second. */
  readonly rate: number
  readonly timeoutMs: number
  readonly clock: Clock
  readonly log: TrafficLog
}

/** More than this in flight is a queue, which a client waits in as it would in front of any server. */
const inFlightLimit = 64

/** After a longer pause of this process (a suspended machine) requests are due from now on, and not all at once. */
const longestPauseMs = 5000

/**
 * Sends requests at a fixed rate, whether or not answers keep up (open loop), until it is stopped. A request comes when it is due, so
 * that waiting for a slot counts. Stopping ends after the last answer.
 */
export function startReplay(options: Replay): { stop(): Promise<void> } {
  const { clock, rate } = options
  const stopping = new AbortController()
  const gate = createGate(inFlightLimit)
  const inFlight = new Set<Promise<void>>()
  const loop = async (): Promise<void> => {
    let [start, sent] = [clock.monotonicMs(), 0]
    for (let index = 0; !stopping.signal.aborted; ) {
      const elapsed = clock.monotonicMs() - start
      if (elapsed - (sent / rate) * 1000 > longestPauseMs) [start, sent] = [clock.monotonicMs(), 0]
      for (const due = Math.floor((elapsed / 1000) * rate) + 1; sent < due; sent++) {
        const request = send(options, index++, gate).finally(() => inFlight.delete(request))
        inFlight.add(request)
      }
      const next = start + (sent / rate) * 1000 - clock.monotonicMs()
      await clock.sleep(Math.max(1, next), stopping.signal).catch(() => {})
    }
    await Promise.all(inFlight)
  }
  const ended = loop()
  return {
    stop() {
      stopping.abort()
      return ended
    },
  }
}

async function send({ log, ...options }: Replay, index: number, gate: Gate): Promise<void> {
  const { agent, port, path, ownKey, bodies, timeoutMs, clock } = options
  const start = clock.monotonicMs()
  const finish = log.arrive()
  const body = bodies[index % bodies.length] as Buffer
  let answered: Omit<Answered, 'ms'> = { version: undefined, ok: false }
  const leave = await gate(timeoutMs)
  try {
    // A client that is overrun gives up, and blames no version for it.
    if (leave === undefined) return
    const headers = { 'content-type': 'application/json', 'content-length': body.length, [ownHeader]: ownKey }
    const { status, headers: said } = await call({ agent, port, path, method: 'POST', headers, body, timeoutMs })
    const version = said[versionHeader]
    if (typeof version === 'string') answered = { version, ok: status < 400 }
  } catch {
    // The router outwaits no replica: an answer that does not come from it says nothing of a version.
  } finally {
    leave?.()
    finish({ ...answered, ms: clock.monotonicMs() - start })
  }
}

/** Waits for a slot; undefined when none came free in so many milliseconds. */
type Gate = (patienceMs: number) => Promise<(() => void) | undefined>

/** Lets so many in at once; the others wait in line. */
function createGate(limit: number): Gate {
  let inside = 0
  const line = new Set<() => void>()
  const leave = (): void => {
    const [next] = line
    if (next === undefined) inside -= 1
    else next()
  }
  return async (patienceMs) => {
    if (inside < limit) {
      inside += 1
      return leave
    }
    return new Promise((resolve) => {
      const settle = (slot: (() => void) | undefined): void => {
        clearTimeout(timer)
        line.delete(enter)
        resolve(slot)
      }
      const enter = (): void => settle(leave)
      const timer = setTimeout(() => settle(undefined), patienceMs)
      line.add(enter)
    })
  }
}
