import type { Octokit } from '@octokit/core'
import type { paginateRest } from '@octokit/plugin-paginate-rest'
import type { Clock, GitHub, GitHubAnswer, GitHubFailure, GitHubParameters } from '../core/world.ts'
import type { Mask } from './secrets/index.ts'

/** How often a request is made at most, and how long one may take. */
const attempts = 5
const answerWithinMs = 30_000
/** A rate limit that asks for more patience than this is an error: a job waits for money. */
const longestWaitMs = 90_000

/** The repository of this run on GitHub, by the variables that Actions sets; undefined where one of them is missing. */
export function createGitHub(
  env: Readonly<Record<string, string | undefined>>,
  { sleep }: Pick<Clock, 'sleep'>,
  mask: Pick<Mask, 'outgoing'>,
): GitHub | undefined {
  const [owner, repo] = (env['GITHUB_REPOSITORY'] ?? '').split('/')
  const token = env['GITHUB_TOKEN']
  if (!owner || !repo || !token) return undefined
  let connected: Promise<Client> | undefined
  const api = (): Promise<Client> => {
    connected ??= connect(token, env['GITHUB_API_URL'] ?? 'https://api.github.com', sleep)
    return connected
  }
  const here = (route: string, parameters: GitHubParameters = {}): GitHubParameters =>
    route.includes('{owner}') ? { owner, repo, ...parameters } : parameters
  return {
    owner,
    repo,
    web: `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${owner}/${repo}`,
    sleep,
    async request(route, parameters) {
      const { status, data, headers } = await (await api()).request(route, here(route, masked(route, parameters, mask)))
      return { status, data, headers }
    },
    async *pages(route, parameters) {
      const { iterator } = (await api()).paginate
      let pages = 0
      for await (const { data } of iterator(route, here(route, parameters))) {
        if (++pages > mostPages)
          throw Object.assign(new Error(`the list has more than ${mostPages} pages`), { status: 500 })
        yield data
      }
    },
  }
}

/** Bytes of an answer: reports in archives have half of it at most, and lists a hundredth. */
const longestAnswer = 64 * 1024 * 1024
/** Of a list whose next page never ends. Lists of GitHub have a hundred members a page. */
const mostPages = 1000

class AnswerTooLong extends Error {
  override readonly name = 'AnswerTooLong'
}

/** The answer with its body, read as far as the limit allows: a server that is none of GitHub's may never stop. */
async function withinLimit(response: Response): Promise<Response> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of response.body ?? []) {
    bytes += piece.length
    // Leaving the loop ends the connection.
    if (bytes > longestAnswer) throw new AnswerTooLong(`the answer has more than ${longestAnswer} bytes`)
    pieces.push(piece)
  }
  const { status, statusText, headers, url } = response
  const whole = new Response(response.body === null ? null : Buffer.concat(pieces), { status, statusText, headers })
  return Object.defineProperty(whole, 'url', { value: url })
}

/** What is shown on GitHub has no secrets. What leads to its place there stays, and so do bytes. */
function masked(route: string, parameters: GitHubParameters = {}, mask: Pick<Mask, 'outgoing'>): GitHubParameters {
  if (route.startsWith('GET ')) return parameters
  const stays = (name: string): boolean => name === 'data' || name === 'headers' || route.includes(`{${name}}`)
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, stays(name) ? value : mask.outgoing(value)]),
  )
}

type Client = Octokit & ReturnType<typeof paginateRest>

/** Loaded when it is needed: most runs never talk to GitHub. */
async function connect(token: string, baseUrl: string, sleep: Clock['sleep']): Promise<Client> {
  const [{ Octokit }, { paginateRest }] = await Promise.all([
    import('@octokit/core'),
    import('@octokit/plugin-paginate-rest'),
  ])
  // Not with Octokit's plugins for retries and limits: they repeat requests that create something, and write once a second at most.
  const octokit = new (Octokit.plugin(paginateRest))({
    auth: token,
    baseUrl,
    log: quiet,
    request: {
      fetch: async (url: string, options: RequestInit) =>
        withinLimit(await fetch(url, { ...options, signal: options.signal ?? AbortSignal.timeout(answerWithinMs) })),
    },
  })
  octokit.hook.wrap('request', async (request, options) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const response = await request(options)
        if (isCutShort(response)) throw Object.assign(new Error('the answer broke off'), { status: 502 })
        return response
      } catch (error) {
        if (error instanceof Error && error.cause instanceof AnswerTooLong) throw error
        const wait = waitBeforeAgain(error as GitHubFailure, options.method ?? 'GET', attempt)
        if (wait === undefined) throw error
        await sleep(wait)
      }
    }
  })
  return octokit
}

/** Octokit gives what it could read of an answer whose line broke as if it were all. */
function isCutShort({ status, data, headers }: GitHubAnswer): boolean {
  if (status === 204) return false
  if (data instanceof ArrayBuffer) return data.byteLength !== Number(headers['content-length'] ?? data.byteLength)
  return typeof data === 'string' && /\bjson\b/.test(String(headers['content-type'] ?? ''))
}

/**
 * Milliseconds to wait before a failed request is made again; undefined when it is not to be. A request that a limit turned away was
 * not taken, whatever it was; after other failures only what changes nothing when done twice is done again.
 */
export function waitBeforeAgain(
  { status, response }: GitHubFailure,
  method: string,
  attempt: number,
  nowMs: number = Date.now(),
): number | undefined {
  if (attempt >= attempts) return undefined
  const asked = limitWait(status, response?.headers ?? {}, nowMs)
  if (asked !== undefined) return asked <= longestWaitMs ? asked : undefined
  const failed = status === undefined || status >= 500
  const repeatable = method.toUpperCase() !== 'POST'
  return failed && repeatable ? backoffMs(attempt) : undefined
}

/** How long a primary or secondary limit asks to wait: `retry-after`, or until `x-ratelimit-reset`. */
function limitWait(status: number | undefined, headers: GitHubAnswer['headers'], nowMs: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined
  const after = Number(headers['retry-after'])
  if (Number.isFinite(after) && headers['retry-after'] !== undefined) return after * 1000
  if (String(headers['x-ratelimit-remaining']) === '0')
    return Math.max(0, Number(headers['x-ratelimit-reset']) * 1000 - nowMs) + 1000
  return status === 429 ? 60_000 : undefined
}

/** A quarter of a second, then twice as long each time, with some chance in it so that jobs do not keep step. */
function backoffMs(attempt: number): number {
  return 250 * 2 ** (attempt - 1) * (0.75 + Math.random() / 2)
}

const nothing = (): void => {}
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing }
