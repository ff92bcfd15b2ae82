import type { IncomingMessage } from 'node:http'
import { failure, Refusal, refuse } from './answer.ts'
import { type Described, described } from './description.ts'

/** What a request asks for, before anybody has looked whether it may. */
export interface Asked {
  readonly method: string
  readonly url: URL
  /** `graphql`, or as GitHub's description names it; undefined when it is none of ours. */
  readonly operation: string | undefined
  readonly described: Described | undefined
  /** Those in the path and those after the question mark. */
  readonly parameters: Record<string, string>
}

export function read(request: IncomingMessage, origin: string, uploads: boolean): Asked {
  const method = request.method ?? 'GET'
  const url = new URL(request.url ?? '/', origin)
  const query = Object.fromEntries(url.searchParams)
  if (!uploads && method === 'POST' && url.pathname === '/graphql')
    return { method, url, operation: 'graphql', described: undefined, parameters: query }
  for (const candidate of described) {
    const inPath =
      candidate.method === method && candidate.uploads === uploads ? candidate.match(url.pathname) : undefined
    if (inPath !== undefined)
      return { method, url, operation: candidate.id, described: candidate, parameters: { ...query, ...inPath } }
  }
  return { method, url, operation: undefined, described: undefined, parameters: query }
}

export async function bytesOf(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export function json(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw new Refusal(failure(400, 'Problems parsing JSON'))
  }
}

const versions = ['2022-11-28', '2026-03-10']

/** What GitHub looks at before anything else; none of it is in the description. */
export function checkHeaders({ headers }: IncomingMessage): void {
  if (headers['user-agent'] === undefined)
    refuse(403, 'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.')
  const version = headers['x-github-api-version']
  if (version !== undefined && !versions.includes(String(version)))
    refuse(400, `${version} is not a supported version of the API.`)
  for (const type of (headers.accept ?? '*/*').split(',').map((one) => one.split(';')[0]?.trim() ?? ''))
    if (!/^(\*\/\*|application\/(\*|json|octet-stream|vnd\.github\b.*))$/.test(type))
      refuse(415, `Unsupported 'Accept' header: '${type}'. Must accept 'application/json'.`)
}
