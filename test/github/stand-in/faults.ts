import { createRandom } from '../../../src/stats/random.ts'
import { type Answer, failure } from './answer.ts'

const kinds = ['error', 'secondary-limit', 'primary-limit', 'slow', 'cut-before', 'cut-after', 'half-answer'] as const
/**
 * `error`: 500, 502 or 503, nothing took effect. `secondary-limit`: 403 or 429 with `retry-after`. `primary-limit`: 403 with nothing
 * remaining. `slow`: late. `cut-before`: the connection ends and nothing took effect. `cut-after`: it ends when the request HAS taken
 * effect. `half-answer`: it ends in the middle of the answer.
 */
export type FaultKind = (typeof kinds)[number]

export interface FaultOptions {
  readonly seed: number
  /** Of each request. */
  readonly probability: number
  readonly kinds?: readonly FaultKind[]
  /** Of one operation; unlimited unless given. */
  readonly atMostInARow?: number
  /** What `retry-after` says, and when the primary limit is reset; 1 unless given. */
  readonly retryAfterSeconds?: number
  readonly slowMilliseconds?: number
  /** Waits so many milliseconds for a `slow` request; for real unless given. */
  readonly sleep?: (milliseconds: number) => Promise<void>
}

export interface Fault {
  readonly kind: FaultKind
  /** For the choice among several answers of one kind: 0, 1 or 2. */
  readonly variant: number
}

export interface Faults {
  next(operation: string): Fault | undefined
  /** These faults come first, one for each of the next requests of this operation. */
  failNext(operation: string, ...faults: readonly FaultKind[]): void
}

export function createFaults(options: FaultOptions | undefined): Faults {
  const random = createRandom(options?.seed ?? 0)
  const among = options?.kinds ?? kinds
  const planned = new Map<string, FaultKind[]>()
  const inARow = new Map<string, number>()

  function draw(operation: string): FaultKind | undefined {
    if (random.uniform() >= (options?.probability ?? 0)) return undefined
    const kind = among[random.below(among.length)]
    return (inARow.get(operation) ?? 0) < (options?.atMostInARow ?? Number.POSITIVE_INFINITY) ? kind : undefined
  }

  return {
    next(operation) {
      const kind = planned.get(operation)?.shift() ?? draw(operation)
      inARow.set(operation, kind === undefined ? 0 : (inARow.get(operation) ?? 0) + 1)
      return kind && { kind, variant: random.below(3) }
    },
    failNext(operation, ...faults) {
      planned.set(operation, [...(planned.get(operation) ?? []), ...faults])
    },
  }
}

/** What is answered instead, for the kinds that answer before anything takes effect. */
export function faultAnswer({ kind, variant }: Fault, retryAfterSeconds: number): Answer | undefined {
  if (kind === 'error') return errors[variant % errors.length]
  if (kind === 'secondary-limit') {
    const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
    const answer = failure(variant === 0 ? 429 : 403, message)
    return { ...answer, headers: { 'retry-after': String(retryAfterSeconds) } }
  }
  if (kind !== 'primary-limit') return undefined
  const reset = Math.ceil(Date.now() / 1000) + retryAfterSeconds
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) }
  return { ...failure(403, 'API rate limit exceeded for installation.'), headers }
}

/** The last comes from a proxy in front of the API: it is no JSON. */
const errors: readonly Answer[] = [
  failure(500, 'Server Error'),
  failure(502, 'Server Error'),
  {
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode('<html><title>Unicorn!</title></html>'),
  },
]
