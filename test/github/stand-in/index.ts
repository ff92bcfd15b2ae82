import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, failure, Refusal, refuse } from './answer.ts'
import { createBlobs } from './blobs.ts'
import { addCommit, createState, tokensOf } from './create-state.ts'
import { createFaults, type FaultKind, type FaultOptions, faultAnswer } from './faults.ts'
import type { Call, Hub } from './hub.ts'
import { listen } from './listen.ts'
import { operations } from './operations/index.ts'
import { type Asked, bytesOf, checkHeaders, json, read } from './read.ts'
import type { CommitSeed, Seed } from './seed.ts'
import { send } from './send.ts'
import type { State } from './state.ts'
import { accepted, authenticate, authorize } from './tokens.ts'

export interface GitHubOptions extends Seed {
  readonly faults?: FaultOptions
  /** Called when a request is known to be valid and has not taken effect; it takes effect once this has returned. */
  readonly onRequest?: (call: Call, state: State) => void | Promise<void>
  /** Where pages for people are said to be; `https://github.com` unless given. */
  readonly webUrl?: string
}

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

export interface StandIn {
  /** Of the API, without a slash at the end. */
  readonly url: string
  readonly uploadsUrl: string
  readonly state: State
  readonly requests: readonly RequestRecord[]
  /** Requests that are not valid by GitHub's description; they were answered with 422. */
  readonly violations: readonly string[]
  createCommit(seed: CommitSeed): void
  /** These faults come first, one for each of the next requests of an operation: `issues/create-comment`, `graphql`, `download`. */
  failNext(operation: string, ...faults: readonly FaultKind[]): void
  close(): Promise<void>
}

interface Incoming {
  readonly request: IncomingMessage
  readonly bytes: Uint8Array
  readonly record: RequestRecord
  /** What a fault makes of the answer. */
  readonly instead: Answer | undefined
}

/** GitHub, as far as it is needed here: on loopback, in memory, with its rules, limits and failures. */
export async function startGitHub(options: GitHubOptions = {}): Promise<StandIn> {
  let id = 1_000_000
  const nextId = (): number => ++id
  const state = createState(options, nextId)
  const tokens = tokensOf(options)
  const faults = createFaults(options.faults)
  const retryAfter = options.faults?.retryAfterSeconds ?? 1
  const requests: RequestRecord[] = []
  const violations: string[] = []
  const blobs = createBlobs()
  let remaining = 5000

  /** Records a request and lets it fail in the ways that are the same for all. */
  async function exchange(
    request: IncomingMessage,
    response: ServerResponse,
    operation: string | undefined,
    answerTo: (incoming: Incoming) => Answer | Promise<Answer>,
  ): Promise<void> {
    const record: RequestRecord = { method: request.method ?? 'GET', path: request.url ?? '/', operation }
    requests.push(record)
    const bytes = await bytesOf(request)
    const fault = operation === undefined ? undefined : faults.next(operation)
    if (fault !== undefined) record.fault = fault.kind
    if (fault?.kind === 'slow') await sleep(options.faults?.slowMilliseconds ?? 50)
    if (fault?.kind === 'cut-before') return void response.destroy()
    const instead = fault && faultAnswer(fault, retryAfter)
    const answer = await answerTo({ request, bytes, record, instead })
    record.answer = answer
    if (fault?.kind === 'cut-after') return void response.destroy()
    send(response, answer, commonHeaders(operation), fault?.kind === 'half-answer')
  }

  async function answerTo(asked: Asked, incoming: Incoming): Promise<Answer> {
    const { instead } = incoming
    // An upload that breaks off in the middle leaves something behind; all else that fails leaves nothing.
    const interrupted =
      instead !== undefined && instead.status >= 500 && asked.operation === 'repos/upload-release-asset'
    if (instead !== undefined && !interrupted) return instead
    try {
      const call = { ...callOf(asked, incoming), interrupted }
      await options.onRequest?.(call, state)
      const operation = operations[call.operation]
      if (operation === undefined) throw new Error(`no operation ${call.operation}`)
      const answer = operation(call, hub)
      return instead ?? answer
    } catch (error) {
      if (error instanceof Refusal) return error.answer
      throw error
    }
  }

  /** Everything that is looked at before an operation, in GitHub's order: the token, the repository, its rights, the request. */
  function callOf(asked: Asked, { request, bytes, record }: Incoming): Call {
    const { method, url, operation, described } = asked
    if (operation === undefined) return refuse(501, `The stand-in for GitHub does not answer ${method} ${url.pathname}`)
    checkHeaders(request)
    const token = authenticate(tokens, request.headers.authorization)
    record.login = token.login
    const { owner = state.repository.owner, repo = state.repository.name } = asked.parameters
    if (!sameName(owner, state.repository.owner) || !sameName(repo, state.repository.name)) refuse(404, 'Not Found')
    authorize(token, operation)
    const body = described?.uploads || method === 'GET' ? undefined : json(bytes)
    record.body = body
    // Checking makes numbers of those that are to be numbers.
    const parameters: Record<string, string | number | boolean> = { ...asked.parameters }
    const problems = described?.problems(parameters, body) ?? []
    violations.push(...problems.map((problem) => `${method} ${url.pathname}: ${problem}`))
    if (problems.length > 0) refuse(422, `Invalid request.\n\n${problems.join('\n')}`)
    return { operation, url, parameters, headers: request.headers, body, bytes, token, interrupted: false }
  }

  function commonHeaders(operation: string | undefined): Record<string, string> {
    remaining -= 1
    return {
      'x-github-request-id': `${requests.length.toString(16).toUpperCase()}:0:0:0:0`,
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
      'x-ratelimit-resource': 'core',
      ...(operation === undefined ? {} : { 'x-accepted-github-permissions': accepted(operation) }),
    }
  }

  const serve = (uploads: boolean) =>
    safely((request, response) => {
      const asked = read(request, uploads ? hub.urls.uploads : hub.urls.api, uploads)
      return exchange(request, response, asked.operation, (incoming) => answerTo(asked, incoming))
    })
  const serveFiles = safely((request, response) =>
    exchange(request, response, 'download', ({ instead }) => instead ?? blobs.answer(request)),
  )
  const [api, uploads, files] = await Promise.all([listen(serve(false)), listen(serve(true)), listen(serveFiles)])
  const hub: Hub = {
    state,
    urls: { api: api.url, uploads: uploads.url, blobs: files.url, web: options.webUrl ?? 'https://github.com' },
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    nextId,
    sign: (file) => `${files.url}${blobs.add(file)}`,
  }
  return {
    url: api.url,
    uploadsUrl: uploads.url,
    state,
    requests,
    violations,
    createCommit: (seed) => addCommit(state, seed),
    failNext: faults.failNext,
    close: async () => void (await Promise.all([api.close(), uploads.close(), files.close()])),
  }
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** A mistake of the stand-in is no failure of GitHub: 599 is no status of theirs. */
function safely(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): RequestListener {
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!response.headersSent && !response.destroyed) send(response, failure(599, String(error)), {})
    })
  }
}
