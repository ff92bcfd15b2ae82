import type { ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'

interface Payload {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

/** Writes an answer; with `cut`, only the first half of its body, and then nothing more. */
export function send(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>>,
  cut = false,
): void {
  const payload = payloadOf(answer.body)
  const all = { ...headers, ...payload?.headers, ...answer.headers }
  if (payload === undefined) {
    if (cut) response.destroy()
    else response.writeHead(answer.status, all).end()
    return
  }
  response.writeHead(answer.status, { ...all, 'content-length': payload.bytes.length })
  if (cut) response.write(payload.bytes.subarray(0, payload.bytes.length >> 1), () => response.destroy())
  else response.end(payload.bytes)
}

function payloadOf(body: unknown): Payload | undefined {
  if (body === undefined) return undefined
  if (body instanceof Uint8Array) return { bytes: body, headers: {} }
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { bytes: Buffer.from(JSON.stringify(body)), headers }
}
