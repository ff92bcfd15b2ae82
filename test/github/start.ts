import { Octokit } from 'octokit'
import { afterEach, expect } from 'vitest'
import { described } from './stand-in/description.ts'
import { type GitHubOptions, type StandIn, startGitHub } from './stand-in/index.ts'

const started: StandIn[] = []

/** A stand-in that ends with the test; what it answered must be valid by GitHub's own description. */
export async function start(options?: GitHubOptions): Promise<StandIn> {
  const github = await startGitHub(options)
  started.push(github)
  return github
}

afterEach(async () => {
  const all = started.splice(0)
  await Promise.all(all.map((github) => github.close()))
  expect(all.flatMap(answerProblems)).toEqual([])
})

/** What GitHub itself answers against its description: no state for an asset half uploaded, no repository of a deleted fork. */
const known = /^answer\/(.*\/)?(state must be equal to one of the allowed values|head\/repo must be object)$/

function answerProblems({ requests }: StandIn): string[] {
  return requests.flatMap(({ operation, answer }) => {
    if (answer === undefined || answer.body instanceof Uint8Array) return []
    const problems = described.find(({ id }) => id === operation)?.answerProblems(answer.status, answer.body) ?? []
    return problems
      .filter((problem) => !known.test(problem))
      .map((problem) => `${operation} ${answer.status}: ${problem}`)
  })
}

/** The repository of a stand-in that was not told another. */
export const here: { readonly owner: string; readonly repo: string } = { owner: 'airworthy', repo: 'models' }

/** As the Action has it, without trying anything again. */
export function client(github: Pick<StandIn, 'url'>, auth = 'write-token'): Octokit {
  return new Octokit({ auth, baseUrl: github.url, log: quiet, retry: { enabled: false }, throttle: { enabled: false } })
}

/** Status and message of what was refused. */
export async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason as Error & { status?: number; response?: { data?: { message?: string } } },
  )
  if (!('status' in error)) throw error
  return `${error.status} ${error.response?.data?.message ?? error.message}`
}

const nothing = (): void => {}
/** For an Octokit that should not print. */
export const quiet: Readonly<Record<'debug' | 'info' | 'warn' | 'error', () => void>> = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
}
