import { randomUUID } from 'node:crypto'
import { Agent, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Clock } from '../core/world.ts'
import { servingError } from './errors.ts'
import { call, listen, readBody, sendJson } from './http.ts'
import { createCounter } from './metrics.ts'
import { createSplit } from './split.ts'

/** A version behind the router. */
export interface Backend {
  readonly version: string
  readonly port: number
}

export interface Backends {
  readonly stable: Backend | undefined
  readonly candidate: Backend
}

/** Takes every request in and sends it to one of two versions. */
export interface Router {
  readonly port: number
  /** The value of `ownHeader` of the requests that count: nobody else on this machine knows it. */
  readonly ownKey: string
  /** Changes what it sends to. */
  serve(backends: Backends): void
  /** The candidate's share of traffic, 0 to 1, from the next request on. */
  split(weight: number): void
  close(): Promise<void>
}

/** Tells a client which version answered. */
export const versionHeader = 'x-airworthy-version'

/** Says that a request is one of the router's own replay, by its `ownKey`. */
export const ownHeader = 'x-airworthy-replay'

/**
 * An HTTP server on loopback that passes requests on by weight, counts those of its own replay by version, and serves the counts at
 * `GET /metrics`. Requests of others, such as health checks, are answered, and neither counted nor taken off the candidate's share.
 * @throws `port-taken`.
 */
export async function startRouter({
  port,
  timeoutMs,
  clock,
}: {
  readonly port: number
  readonly timeoutMs: number
  readonly clock: Clock
}): Promise<Router> {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const counter = createCounter()
  const ownKey = randomUUID()
  const toCandidate = { own: createSplit(), others: createSplit() }
  let backends: Backends | undefined
  let weight = 0

  const pick = (whose: keyof typeof toCandidate): Backend | undefined =>
    weight > 0 && toCandidate[whose](weight) ? backends?.candidate : backends?.stable
  const weights = (): Record<string, number> => ({
    ...(backends?.stable === undefined ? {} : { [backends.stable.version]: 1 - weight }),
    ...(backends === undefined ? {} : { [backends.candidate.version]: weight }),
  })

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(request)
    const whose = request.headers[ownHeader] === ownKey ? 'own' : 'others'
    const backend = pick(whose)
    if (backend === undefined) return sendJson(response, 503, { error: 'no version is given traffic' })
    const start = clock.monotonicMs()
    const finish = (status: number, send: () => void): void => {
      if (whose === 'own')
        counter.count(backend.version, { ok: status < 400, seconds: (clock.monotonicMs() - start) / 1000 })
      response.setHeader(versionHeader, backend.version)
      send()
    }
    const headers = {
      'content-type': request.headers['content-type'] ?? 'application/json',
      'content-length': body.length,
    }
    const method = request.method === 'POST' ? 'POST' : 'GET'
    try {
      const answer = await call({
        agent,
        port: backend.port,
        path: request.url ?? '/',
        method,
        headers,
        body,
        timeoutMs,
      })
      finish(answer.status, () =>
        response.writeHead(answer.status, { 'content-type': answer.headers['content-type'] }).end(answer.body),
      )
    } catch {
      finish(502, () => sendJson(response, 502, { error: `version ${backend.version} gave no answer` }))
    }
  }

  const server = createServer((request, response) => {
    if (request.url === '/metrics')
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(counter.text(weights()))
    else pass(request, response).catch(() => response.destroy())
  })
  const taken = await listen(server, port).catch((cause: NodeJS.ErrnoException) => {
    throw servingError(
      'port-taken',
      { port, reason: cause.code === 'EADDRINUSE' ? 'another program listens there' : cause.message },
      { cause },
    )
  })

  return {
    port: taken,
    ownKey,
    serve: (next) => {
      backends = next
    },
    split: (next) => {
      weight = next
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      agent.destroy()
      await closed
    },
  }
}
