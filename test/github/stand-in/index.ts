import type { RequestListener } from 'node:http'
import { admit, type Gate } from './admit.ts'
import { type Answer, Refusal } from './answer.ts'
import { createBlobs } from './blobs.ts'
import { addCommit, createState, tokensOf } from './create-state.ts'
import { createExchange, type Incoming, type RequestRecord } from './exchange.ts'
import { createFaults, type FaultKind, type FaultOptions } from './faults.ts'
import type { Call, Hub } from './hub.ts'
import { listen } from './listen.ts'
import { operations } from './operations/index.ts'
import { type Asked, read } from './read.ts'
import type { CommitSeed, Seed } from './seed.ts'
import type { State } from './state.ts'

export interface GitHubOptions extends Seed {
  readonly faults?: FaultOptions
  /** Called when a request is known to be valid and has not taken effect; it takes effect once this has returned. */
  readonly onRequest?: OnRequest
  /** Where pages for people are said to be; `https://github.com` unless given. */
  readonly webUrl?: string
}

type OnRequest = (call: Call, state: State) => void | Promise<void>

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

/** GitHub, as far as it is needed here: on loopback, in memory, with its rules, limits and failures. */
export async function startGitHub(options: GitHubOptions = {}): Promise<StandIn> {
  const nextId = counter(1_000_000)
  const state = createState(options, nextId)
  const gate: Gate = { state, tokens: tokensOf(options), violations: [] }
  const requests: RequestRecord[] = []
  const faults = createFaults(options.faults)
  const exchange = createExchange(faults, options.faults, requests)
  const blobs = createBlobs()

  const serve =
    (uploads: boolean): RequestListener =>
    (request, response) => {
      const asked = read(request, uploads ? hub.urls.uploads : hub.urls.api, uploads)
      void exchange(request, response, asked.operation, (incoming) =>
        answerTo(gate, hub, options.onRequest, asked, incoming),
      )
    }
  const serveFiles: RequestListener = (request, response) =>
    void exchange(request, response, 'download', ({ instead }) => instead ?? blobs.answer(request))
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
    violations: gate.violations,
    createCommit: (seed) => addCommit(state, seed),
    failNext: faults.failNext,
    close: async () => void (await Promise.all([api.close(), uploads.close(), files.close()])),
  }
}

function counter(start: number): () => number {
  let last = start
  return () => ++last
}

async function answerTo(
  gate: Gate,
  hub: Hub,
  onRequest: OnRequest | undefined,
  asked: Asked,
  incoming: Incoming,
): Promise<Answer> {
  const { instead } = incoming
  // An upload that breaks off in the middle leaves something behind; all else that fails leaves nothing.
  const interrupted = instead !== undefined && instead.status >= 500 && asked.described?.uploads === true
  if (instead !== undefined && !interrupted) return instead
  try {
    const call = { ...admit(gate, asked, incoming), interrupted }
    await onRequest?.(call, hub.state)
    const operation = operations[call.operation]
    if (operation === undefined) throw new Error(`no operation ${call.operation}`)
    const answer = operation(call, hub)
    return instead ?? answer
  } catch (error) {
    if (error instanceof Refusal) return error.answer
    throw error
  }
}
