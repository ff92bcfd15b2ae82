import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, failure } from './answer.ts'
import { type FaultKind, type FaultOptions, type Faults, faultAnswer } from './faults.ts'
import { bytesOf } from './read.ts'
import { send } from './send.ts'
import { accepted } from './tokens.ts'

/** One request, as it came and as it ended. */
export interface RequestRecord {
  readonly method: string
  /** With the query. */
  readonly path: string
  /** As GitHub's description names it, `graphql`, or `download` for a file at a signed address. */
  readonly operation: string | undefined
  /** Whose token it brought. */
  login?: string
  /** JSON, when it was; undefined for bytes. */
  body?: unknown
  fault?: FaultKind
  /** What was answered, or would have been, had the connection not been cut; undefined when nothing took effect. */
  answer?: Answer
}

export interface Incoming {
  readonly request: IncomingMessage
  readonly bytes: Uint8Array
  readonly record: RequestRecord
  /** What a fault makes of the answer. */
  readonly instead: Answer | undefined
}

export type Exchange = (
  request: IncomingMessage,
  response: ServerResponse,
  operation: string | undefined,
  answerTo: (incoming: Incoming) => Answer | Promise<Answer>,
) => Promise<void>

/** Records every request and lets it fail in the ways that are the same for all. */
export function createExchange(faults: Faults, options: FaultOptions | undefined, records: RequestRecord[]): Exchange {
  return async (request, response, operation, answerTo) => {
    const record: RequestRecord = { method: request.method ?? 'GET', path: request.url ?? '/', operation }
    records.push(record)
    const number = records.length
    const bytes = await bytesOf(request).catch(() => undefined)
    // The caller gave up in the middle of it.
    if (bytes === undefined) return
    const fault = operation === undefined ? undefined : faults.next(operation)
    if (fault !== undefined) record.fault = fault.kind
    if (fault?.kind === 'slow') await (options?.sleep ?? sleep)(options?.slowMilliseconds ?? 50)
    if (fault?.kind === 'cut-before') return void response.destroy()
    const instead = fault && faultAnswer(fault, options?.retryAfterSeconds ?? 1)
    const answer = await ours(() => answerTo({ request, bytes, record, instead }))
    record.answer = answer
    if (fault?.kind === 'cut-after') return void response.destroy()
    send(response, answer, headers(number, operation), fault?.kind === 'half-answer')
  }
}

/** A mistake of the stand-in is no failure of GitHub: 599 is no status of theirs. */
async function ours(answerTo: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await answerTo()
  } catch (error) {
    return failure(599, String(error))
  }
}

const hourly = 5000

/** `number`: of the request, from 1. */
function headers(number: number, operation: string | undefined): Record<string, string> {
  return {
    'x-github-request-id': `${number.toString(16).toUpperCase()}:0:0:0:0`,
    'x-ratelimit-limit': String(hourly),
    'x-ratelimit-remaining': String(Math.max(1, hourly - number)),
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
    'x-ratelimit-resource': 'core',
    ...(operation === undefined ? {} : { 'x-accepted-github-permissions': accepted(operation) }),
  }
}
