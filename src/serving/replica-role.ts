import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { Bug, messageOf } from '../core/errors/index.ts'
import type { Session } from '../core/provider.ts'
import { listen, readBody, sendJson } from './http.ts'
import { datatypeOf, readTensors, writeTensors } from './open-inference.ts'

/** What a replica is asked over its process channel. */
export type ReplicaRequest =
  | {
      readonly do: 'start'
      readonly model: string
      readonly name: string
      readonly version: string
      readonly port: number
    }
  | { readonly do: 'fault'; readonly fault: Fault | undefined }
  | { readonly do: 'stop' }

/** A rehearsed failure: this share of the requests answers 500, and every one waits first. */
export interface Fault {
  readonly errors: number
  readonly delayMs: number
}

interface Replica {
  readonly name: string
  readonly version: string
  readonly session: Session
  fails(): Promise<boolean>
}

/**
 * The worker role `serve`: one model behind HTTP on loopback, in a subset of the Open Inference Protocol v2 (health,
 * metadata, JSON inference). `start` answers `{ port }` when it is ready to serve.
 */
export function createServeRole(
  open: (model: string, threads: number) => Promise<Session>,
): (request: unknown) => Promise<unknown> {
  let running: { readonly server: Server; readonly session: Session } | undefined
  let fault: Fault | undefined
  const random = xoroshiro128plus(1)

  const start = async ({ model, name, version, port }: ReplicaRequest & { do: 'start' }): Promise<{ port: number }> => {
    const session = await open(model, 1)
    const fails = async (): Promise<boolean> => {
      if (fault === undefined) return false
      if (fault.delayMs > 0) await wait(fault.delayMs)
      return uniformFloat64(random) < (fault?.errors ?? 0)
    }
    const replica: Replica = { name, version, session, fails }
    const server = createServer((request, response) => void answer(replica, request, response))
    running = { server, session }
    return { port: await listen(server, port) }
  }

  const stop = async (): Promise<void> => {
    running?.server.closeAllConnections()
    running?.server.close()
    await running?.session.close()
    running = undefined
  }

  return async (raw) => {
    const request = raw as ReplicaRequest
    switch (request.do) {
      case 'start':
        return start(request)
      case 'fault':
        fault = request.fault
        return undefined
      case 'stop':
        return stop()
      default:
        throw new Bug(`a replica cannot ${JSON.stringify(request satisfies never)}`)
    }
  }
}

async function answer(replica: Replica, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await route(replica, request, response)
  } catch (error) {
    sendJson(response, 500, { error: messageOf(error) })
  }
}

/** `/v2/models/NAME`, with or without its version, and what is asked of it. */
const ofModel = /^\/v2\/models\/([^/]+)(?:\/versions\/([^/]+))?(?:\/(infer|ready))?$/

async function route(replica: Replica, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?')
  if (path === '/v2/health/ready' || path === '/v2/health/live')
    return sendJson(response, 200, { live: true, ready: true })
  if (path === '/v2') return sendJson(response, 200, { name: 'airworthy', version: replica.version, extensions: [] })
  const [, name, version = replica.version, what] = ofModel.exec(path) ?? []
  const served = name === encodeURIComponent(replica.name) && version === replica.version
  if (served && what === 'infer' && request.method === 'POST') return infer(replica, request, response)
  if (served && what === 'ready') return sendJson(response, 200, { name: replica.name, ready: true })
  if (served && what === undefined) return sendJson(response, 200, metadata(replica))
  sendJson(response, 404, {
    error: `nothing is served at ${request.method} ${path}; the model is ${replica.name} ${replica.version}`,
  })
}

async function infer(
  { name, version, session, fails }: Replica,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  if (await fails()) return sendJson(response, 500, { error: 'a fault was injected into this version' })
  const parsed = parse(body)
  if ('error' in parsed) return sendJson(response, 400, parsed)
  const outputs = await session.run(parsed.feeds)
  const head = JSON.stringify({ model_name: name, model_version: version, id: parsed.id }).slice(0, -1)
  response.writeHead(200, { 'content-type': 'application/json' }).end(`${head},"outputs":${writeTensors(outputs)}}`)
}

type Parsed =
  | { readonly feeds: ReturnType<typeof readTensors>; readonly id: string | undefined }
  | { readonly error: string }

function parse(body: Buffer): Parsed {
  try {
    const { id, inputs } = (JSON.parse(body.toString('utf8')) ?? {}) as { id?: unknown; inputs?: unknown }
    return { feeds: readTensors(inputs), id: typeof id === 'string' ? id : undefined }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

function metadata({ name, version, session }: Replica): object {
  const describe = (values: Session['inputs']): object[] =>
    values.map((value) => ({
      name: value.name,
      datatype: datatypeOf(value.type),
      shape: value.dims.map((dim) => (typeof dim === 'number' ? dim : -1)),
    }))
  return {
    name,
    versions: [version],
    platform: 'onnx',
    inputs: describe(session.inputs),
    outputs: describe(session.outputs),
  }
}
