import { expect, test } from 'vitest'
import { postComment, type StickyComment } from '../../src/github/comment.ts'
import { codeOf, product } from './product.ts'
import type { FaultKind } from './stand-in/faults.ts'
import type { StandIn } from './stand-in/index.ts'
import { client, here, start } from './start.ts'

const [old, head] = ['a'.repeat(40), 'b'.repeat(40)]
const pulls = [{ number: 7, head: { sha: head } }]

function comment(over: Partial<StickyComment> = {}): StickyComment {
  return { pull: 7, key: 'digits', origin: { run: 10, attempt: 1, commit: head }, body: '### ✓ Pass', ...over }
}

const writes = ({ requests }: StandIn): string[] =>
  requests.filter(({ method }) => method !== 'GET').map(({ method, operation }) => `${method} ${operation}`)

test('created, then unchanged, then updated: one comment', async () => {
  const github = await start({ pulls })
  const post = (body: string, run: number) =>
    postComment(product(github), comment({ body, origin: { run, attempt: 1, commit: head } }))
  expect(await post('one', 1)).toBe('created')
  expect(await post('one', 1)).toBe('unchanged')
  expect(await post('two', 2)).toBe('updated')
  expect(github.state.comments.map(({ body }) => body.split('\n')[1])).toEqual(['two'])
  expect(writes(github)).toEqual(['POST issues/create-comment', 'PATCH issues/update-comment'])
  expect(github.violations).toEqual([])
})

test('is found behind a hundred others, by the user of a token too, and never among those of others', async () => {
  const github = await start({ pulls })
  const stranger = product(github, 'user-token')
  await postComment(stranger, comment({ body: 'of a user' }))
  const { rest } = client(github, 'user-token')
  for (let count = 0; count < 120; count++)
    await rest.issues.createComment({ ...here, issue_number: 7, body: `chat ${count}` })
  expect(await postComment(stranger, comment({ body: 'again' }))).toBe('updated')
  // What a person pasted has the marker as well.
  expect(await postComment(product(github), comment({ body: 'of the bot' }))).toBe('created')
  expect(await postComment(product(github), comment({ body: 'of the bot, again' }))).toBe('updated')
  expect(
    github.state.comments.filter(({ body }) => body.includes('airworthy:v1')).map(({ body }) => body.split('\n')[1]),
  ).toEqual(['again', 'of the bot, again'])
})

test('pipelines have comments of their own', async () => {
  const github = await start({ pulls })
  for (const key of ['digits', 'digits-2', 'digits 2'])
    expect(await postComment(product(github), comment({ key }))).toBe('created')
  expect(github.state.comments).toHaveLength(3)
})

test('results of an older commit never take the place of newer ones', async () => {
  const github = await start({ pulls })
  const of = (run: number, commit: string, body: string) =>
    postComment(product(github), comment({ body, origin: { run, attempt: 1, commit } }))
  expect(await of(9, old, 'late')).toBe('outdated')
  expect(github.state.comments).toEqual([])
  expect(await of(5, head, 'new')).toBe('created')
  expect(await of(9, old, 'late')).toBe('outdated')
  expect(await of(4, head, 'earlier run')).toBe('outdated')
  expect(github.state.comments.map(({ body }) => body.split('\n')[1])).toEqual(['new'])
})

test('silent where it passes, but what is there is brought up to date', async () => {
  const github = await start({ pulls })
  expect(await postComment(product(github), comment({ silent: true }))).toBe('silent')
  await postComment(product(github), comment({ body: 'fail' }))
  expect(await postComment(product(github), comment({ body: 'pass', silent: true }))).toBe('updated')
})

test('two jobs at the same moment leave one comment, with the newer results', async () => {
  for (const [first, second] of [
    [10, 11],
    [11, 10],
  ] as const) {
    let arrived = 0
    let release: () => void = () => undefined
    const both = new Promise<void>((resolve) => {
      release = resolve
    })
    const github = await start({
      pulls,
      // Neither may create before both have looked.
      onRequest: async ({ operation }) => {
        if (operation !== 'issues/create-comment') return
        arrived += 1
        if (arrived === 2) release()
        await both
      },
    })
    const post = (run: number) =>
      postComment(product(github), comment({ body: `run ${run}`, origin: { run, attempt: 1, commit: head } }))
    await Promise.all([post(first), post(second)])
    expect(github.state.comments.map(({ body }) => body.split('\n')[1])).toEqual(['run 11'])
  }
})

test.each<FaultKind>(['error', 'secondary-limit', 'primary-limit', 'cut-before', 'cut-after', 'half-answer'])(
  'made once although the request ends in %s',
  async (kind) => {
    const github = await start({ pulls, faults: { seed: 1, probability: 0, retryAfterSeconds: 0 } })
    github.failNext('issues/create-comment', kind)
    github.failNext('issues/list-comments', kind)
    expect(await postComment(product(github), comment())).toBe('created')
    expect(github.state.comments).toHaveLength(1)
  },
)

test('a token that may only read is refused, and the error says what it takes', async () => {
  const github = await start({ pulls })
  const refused = postComment(product(github, 'read-token'), comment())
  await expect(refused).rejects.toMatchObject({
    code: 'github-refused',
    message: expect.stringContaining('Resource not accessible by integration'),
    hint: expect.stringContaining('pull-requests: write'),
  })
})

test('a server that stays away is said to be away', async () => {
  const github = await start({ pulls })
  github.failNext('issues/list-comments', ...Array<FaultKind>(5).fill('error'))
  expect(await codeOf(postComment(product(github), comment()))).toBe('github-unavailable')
})
