import { once } from 'node:events'
import {
  type Agent,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

/** Everything here listens and calls on this machine alone. */
export const loopback = '127.0.0.1'

/** Bodies larger than this are refused: one example, not a file upload. */
const bodyLimit = 64 * 2 ** 20

export interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Starts listening on loopback; a port of 0 takes any free one. Gives the port. Rejects with Node's error when it is taken. */
export async function listen(server: Server, port: number): Promise<number> {
  // Connections stay open until one side ends: a server that closes an idle one resets the request that is just being sent on it.
  server.keepAliveTimeout = 0
  server.listen(port, loopback)
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

export async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message) {
    length += (chunk as Buffer).length
    if (length > bodyLimit) throw new Error(`a body is larger than ${bodyLimit} bytes`)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}

export interface Call {
  readonly agent: Agent
  readonly port: number
  readonly path: string
  readonly method?: 'GET' | 'POST'
  readonly headers?: OutgoingHttpHeaders
  readonly body?: Buffer
  readonly timeoutMs: number
}

/** One request on loopback with its whole answer. Rejects when the connection breaks or the time is over. */
export function call({ agent, port, path, method = 'GET', headers, body, timeoutMs }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      agent,
      host: loopback,
      port,
      path,
      method,
      ...(headers === undefined ? {} : { headers }),
    })
    const timer = setTimeout(() => outgoing.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs)
    const settle = (finish: () => void): void => {
      clearTimeout(timer)
      finish()
    }
    outgoing.once('error', (error) => settle(() => reject(error)))
    outgoing.once('response', (message) => {
      readBody(message).then(
        (read) => settle(() => resolve({ status: message.statusCode ?? 0, headers: message.headers, body: read })),
        (error) => settle(() => reject(error)),
      )
    })
    outgoing.end(body)
  })
}
