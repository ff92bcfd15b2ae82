import { connect } from 'node:net'
import { Octokit } from 'octokit'
import { describe, expect, test } from 'vitest'
import type { FaultKind } from './stand-in/faults.ts'
import type { StandIn } from './stand-in/index.ts'
import { client, here, quiet, refusal, start } from './start.ts'

const pulls = [{ number: 7, head: { sha: 'a'.repeat(40) } }]
const path = '/repos/airworthy/models/issues/7/comments'
const headers = { authorization: 'Bearer write-token', 'content-type': 'application/json' }

function post(github: StandIn, body: string): Promise<Response> {
  return fetch(`${github.url}${path}`, { method: 'POST', headers, body })
}

describe('a request that is not valid by the description', () => {
  test.each([
    ['a property it does not know', path, 'POST', { body: 'x', extra: 1 }, /extra/],
    ['a property that is missing', path, 'POST', {}, /required property 'body'/],
    ['no body', path, 'POST', undefined, /body is needed/],
    ['a wrong type', path, 'POST', { body: 1 }, /must be string/],
    ['a parameter it does not know', `${path}?pages=2`, 'GET', undefined, /pages/],
    ['a number that is none', `${path}?per_page=all`, 'GET', undefined, /per_page must be integer/],
    ['a value that is not listed', '/repos/airworthy/models/pulls?state=merged', 'GET', undefined, /allowed values/],
  ])('is refused and told of: %s', async (_, address, method, body, told) => {
    const github = await start({ pulls })
    const answer = await fetch(github.url + address, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect(answer.status).toBe(422)
    expect(github.violations).toHaveLength(1)
    expect(github.violations[0]).toMatch(told)
    expect(github.violations[0]?.startsWith(`${method} /repos/`)).toBe(true)
    expect(github.state.comments).toEqual([])
  })

  test('is refused for its headers as well', async () => {
    const github = await start({ pulls })
    const status = async (more: Record<string, string>): Promise<number> =>
      (await fetch(github.url + path, { headers: { ...headers, ...more } })).status
    expect(await status({})).toBe(200)
    expect(await status({ accept: 'application/vnd.github+json' })).toBe(200)
    expect(await status({ accept: 'text/html' })).toBe(415)
    expect(await status({ 'x-github-api-version': '2022-11-28' })).toBe(200)
    expect(await status({ 'x-github-api-version': '2021-01-01' })).toBe(400)
    expect((await post(github, '{')).status).toBe(400)
  })
})

test('what the stand-in does not answer is 501, named', async () => {
  const github = await start()
  const answer = await fetch(`${github.url}/repos/airworthy/models/stargazers`, { headers })
  expect(answer.status).toBe(501)
  expect(await answer.json()).toMatchObject({
    message: expect.stringContaining('GET /repos/airworthy/models/stargazers'),
  })
  expect(
    (await fetch(`${github.url}/repos/airworthy/models/issues/7/comments`, { method: 'PUT', headers })).status,
  ).toBe(501)
})

test('a mistake of a test is not taken for a failure of GitHub', async () => {
  const github = await start({
    onRequest: () => {
      throw new Error('wrong test')
    },
  })
  const answer = await fetch(`${github.url}/repos/airworthy/models`, { headers })
  expect(answer.status).toBe(599)
  expect(await answer.json()).toMatchObject({ message: 'Error: wrong test' })
  expect((await fetch(`${github.url}/users/%E0%A4%A`, { headers })).status).toBe(599)
})

test('a caller that gives up in the middle of a request does no harm', async () => {
  const github = await start({ pulls })
  const socket = connect(Number(new URL(github.url).port), '127.0.0.1')
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer write-token\r\ncontent-length: 99\r\n\r\n{`)
  await expect.poll(() => github.requests.length).toBe(1)
  socket.destroy()
  expect((await post(github, '{"body":"x"}')).status).toBe(201)
  expect(github.state.comments).toHaveLength(1)
})

test('requests are recorded, and a test may act between two of them', async () => {
  const github = await start({
    pulls,
    onRequest: ({ operation }, state) => {
      // Another writer, which is a moment faster.
      if (operation === 'issues/create-comment' && state.comments.length === 0) state.pulls.pop()
    },
  })
  const { rest } = client(github)
  expect(await refusal(rest.issues.createComment({ ...here, issue_number: 7, body: 'late' }))).toBe('404 Not Found')
  expect(github.requests).toMatchObject([
    {
      method: 'POST',
      path,
      operation: 'issues/create-comment',
      login: 'github-actions[bot]',
      body: { body: 'late' },
      answer: { status: 404 },
    },
  ])
})

test('two requests can be made to wait for each other', async () => {
  let arrived = 0
  let release = (): void => {}
  const both = new Promise<void>((resolve) => {
    release = resolve
  })
  const github = await start({
    onRequest: async ({ operation }) => {
      if (operation !== 'git/create-ref') return
      arrived += 1
      if (arrived === 2) release()
      await both
    },
  })
  const sha = github.state.refs.get('refs/heads/main') ?? ''
  const create = () => client(github).rest.git.createRef({ ...here, ref: 'refs/tags/v1', sha })
  const results = await Promise.allSettled([create(), create()])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

describe('faults', () => {
  const outcome = async (github: StandIn): Promise<string> => {
    try {
      const answer = await post(github, '{"body":"x"}')
      return `${answer.status} ${await answer.text()}`
    } catch {
      return 'the connection ended'
    }
  }

  test.each<[FaultKind, RegExp, number]>([
    ['error', /^50[023] /, 0],
    ['secondary-limit', /^(403|429) .*You have exceeded a secondary rate limit/, 0],
    ['primary-limit', /^403 .*API rate limit exceeded/, 0],
    ['cut-before', /^the connection ended$/, 0],
    ['cut-after', /^the connection ended$/, 1],
    ['half-answer', /^the connection ended$/, 1],
    ['slow', /^201 /, 1],
  ])('%s', async (kind, told, comments) => {
    const github = await start({ pulls })
    github.failNext('issues/create-comment', kind)
    expect(await outcome(github)).toMatch(told)
    expect(github.state.comments).toHaveLength(comments)
    expect(github.requests[0]?.fault).toBe(kind)
    expect(await outcome(github)).toMatch(/^201 /)
    expect(github.state.comments).toHaveLength(comments + 1)
  })

  test('limits say when to come back', async () => {
    const github = await start({ pulls, faults: { seed: 1, probability: 0, retryAfterSeconds: 3 } })
    github.failNext('issues/create-comment', 'secondary-limit', 'primary-limit')
    const secondary = await post(github, '{"body":"x"}')
    expect(secondary.headers.get('retry-after')).toBe('3')
    const before = Math.floor(Date.now() / 1000)
    const primary = await post(github, '{"body":"x"}')
    expect(primary.headers.get('x-ratelimit-remaining')).toBe('0')
    const reset = Number(primary.headers.get('x-ratelimit-reset'))
    expect(reset).toBeGreaterThanOrEqual(before + 3)
    expect(reset).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000) + 3)
    expect((await post(github, '{"body":"x"}')).headers.get('x-ratelimit-remaining')).not.toBe('0')
  })

  test('an answer that breaks off is half of what it said it would be', async () => {
    const github = await start({ pulls })
    github.failNext('issues/create-comment', 'half-answer')
    const answer = await post(github, '{"body":"x"}')
    expect(answer.status).toBe(201)
    await expect(answer.text()).rejects.toThrow()
  })

  test('Octokit takes half an answer for a success without one', async () => {
    const github = await start({ pulls })
    github.failNext('issues/create-comment', 'half-answer')
    const { rest } = client(github)
    const { status, data } = await rest.issues.createComment({ ...here, issue_number: 7, body: 'x' })
    expect([status, data]).toEqual([201, ''])
  })

  test('a file may break off as well', async () => {
    const files = { 'evidence.json': '{}' }
    const run = { workflow: 'w.yml', event: 'push', headSha: '0'.repeat(40), artifacts: [{ name: 'a', files }] }
    const github = await start({ workflows: [{ file: 'w.yml', on: ['push'] }], runs: [run] })
    github.failNext('download', 'half-answer', 'error')
    const artifact = github.state.runs[0]?.artifacts[0]
    const address = `${github.url}/repos/airworthy/models/actions/artifacts/${artifact?.id}/zip`
    await expect(fetch(address, { headers }).then((answer) => answer.arrayBuffer())).rejects.toThrow()
    expect((await fetch(address, { headers })).status).toBeGreaterThanOrEqual(500)
    const answer = await fetch(address, { headers })
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(artifact?.zip)
    expect(github.requests.map(({ operation }) => operation)).toContain('download')
  })

  test('slow ones are late and otherwise right', async () => {
    const waited: number[] = []
    const sleep = async (milliseconds: number): Promise<void> => {
      expect(github.state.comments).toEqual([])
      waited.push(milliseconds)
    }
    const faults = { seed: 1, probability: 1, kinds: ['slow'], slowMilliseconds: 120, sleep } as const
    const github = await start({ pulls, faults })
    expect((await post(github, '{"body":"x"}')).status).toBe(201)
    expect(waited).toEqual([120])
  })

  test('an unchanged Octokit gets over a secondary limit', async () => {
    const github = await start({ pulls, faults: { seed: 1, probability: 0, retryAfterSeconds: 0 } })
    github.failNext('issues/list-comments', 'secondary-limit')
    const octokit = new Octokit({ auth: 'write-token', baseUrl: github.url, log: quiet })
    const { data } = await octokit.rest.issues.listComments({ ...here, issue_number: 7 })
    expect(data).toEqual([])
    expect(github.requests.map(({ fault }) => fault)).toEqual(['secondary-limit', undefined])
  })

  const sequence = async (seed: number, atMostInARow?: number): Promise<(FaultKind | undefined)[]> => {
    const faults = { seed, probability: 0.6, slowMilliseconds: 0, ...(atMostInARow !== undefined && { atMostInARow }) }
    const github = await start({ pulls, faults })
    for (let at = 0; at < 60; at++)
      await post(github, '{"body":"x"}')
        .then((answer) => answer.text())
        .catch(() => {})
    return github.requests.map(({ fault }) => fault)
  }

  test('come again with the same seed, in every kind, and no more in a row than was asked', async () => {
    const first = await sequence(5)
    expect(await sequence(5)).toEqual(first)
    expect(await sequence(6)).not.toEqual(first)
    const share = first.filter((fault) => fault !== undefined).length / first.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.8)
    expect(new Set(first).size).toBe(8)
    const inARow = (faults: readonly (FaultKind | undefined)[]): number =>
      Math.max(
        ...faults
          .map((fault) => (fault === undefined ? ' ' : 'x'))
          .join('')
          .split(' ')
          .map(({ length }) => length),
      )
    expect(inARow(first)).toBeGreaterThan(2)
    expect(inARow(await sequence(5, 2))).toBe(2)
  })
})
