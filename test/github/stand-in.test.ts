import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { described } from './stand-in/description.ts'
import { operations } from './stand-in/operations/index.ts'
import { firstSha } from './stand-in/seed.ts'
import { authorize, bot, readAll, writeAll } from './stand-in/tokens.ts'
import { client, here, refusal, start } from './start.ts'

const sha = (digit: string): string => digit.repeat(40)
const pulls = [{ number: 7, head: { sha: sha('a') } }]

test('all that is described is answered, and has a row in the table of permissions', () => {
  const ids = described.map(({ id }) => id)
  expect([...ids, 'graphql'].sort()).toEqual(Object.keys(operations).sort())
  const token = { kind: 'installation', login: bot, permissions: { ...writeAll, members: 'read' } } as const
  for (const id of ids.filter((one) => one !== 'users/get-authenticated'))
    expect(() => authorize(token, id), id).not.toThrow()
})

test('comments are made, listed, changed and deleted, by the bot of an installation', async () => {
  const github = await start({ pulls })
  const { rest } = client(github)
  const { data: first } = await rest.issues.createComment({ ...here, issue_number: 7, body: 'one' })
  const { data: second } = await rest.issues.createComment({ ...here, issue_number: 7, body: 'two' })
  expect(second.id).toBeGreaterThan(first.id)
  expect(first.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' })
  expect(first.performed_via_github_app?.slug).toBe('github-actions')
  await rest.issues.updateComment({ ...here, comment_id: first.id, body: 'changed' })
  const { data: read } = await rest.issues.getComment({ ...here, comment_id: first.id })
  expect(read.body).toBe('changed')
  await rest.issues.deleteComment({ ...here, comment_id: second.id })
  const { data: left } = await rest.issues.listComments({ ...here, issue_number: 7 })
  expect(left.map(({ body }) => body)).toEqual(['changed'])
  const since = new Date(Date.now() + 3_600_000).toISOString()
  expect((await rest.issues.listComments({ ...here, issue_number: 7, since })).data).toEqual([])
  expect(github.state.comments.map(({ issue, body }) => [issue, body])).toEqual([[7, 'changed']])
  expect(await refusal(rest.issues.getComment({ ...here, comment_id: second.id }))).toBe('404 Not Found')
  expect(await refusal(rest.issues.createComment({ ...here, issue_number: 8, body: 'x' }))).toBe('404 Not Found')
  expect(github.violations).toEqual([])
})

test('a comment has at most 65,536 characters, also when it is changed, and has something in it', async () => {
  const { rest } = client(await start({ pulls }))
  const longest = 'x'.repeat(65_536)
  const { data } = await rest.issues.createComment({ ...here, issue_number: 7, body: longest })
  const longer = { body: `${longest}x` }
  const message = /^422 Validation Failed.*Body is too long \(maximum is 65536 characters\)/
  const text = async (promise: Promise<unknown>): Promise<string> =>
    promise.then(String, (error: { status: number; message: string }) => `${error.status} ${error.message}`)
  expect(await text(rest.issues.createComment({ ...here, issue_number: 7, ...longer }))).toMatch(message)
  expect(await text(rest.issues.updateComment({ ...here, comment_id: data.id, ...longer }))).toMatch(message)
  expect(await text(rest.issues.createComment({ ...here, issue_number: 7, body: ' ' }))).toMatch(/can't be blank/)
})

test('lists come in pages of 30, of 100 at most, with links to those around', async () => {
  const github = await start({ pulls })
  const octokit = client(github)
  for (let at = 0; at < 105; at++) await octokit.rest.issues.createComment({ ...here, issue_number: 7, body: `${at}` })
  const list = (more: object) => octokit.rest.issues.listComments({ ...here, issue_number: 7, ...more })
  const { data: few, headers } = await list({})
  expect(few).toHaveLength(30)
  expect(headers.link).toMatch(/page=2>; rel="next".*page=4>; rel="last"/)
  expect(headers.link).not.toContain('prev')
  const { data: many } = await list({ per_page: 500 })
  expect(many).toHaveLength(100)
  const { headers: end, data: rest } = await list({ per_page: 100, page: 2 })
  expect(rest).toHaveLength(5)
  expect(end.link).toMatch(/page=1>; rel="prev"/)
  expect(end.link).not.toContain('next')
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...here, issue_number: 7, per_page: 25 })
  expect(all.map(({ body }) => body)).toEqual(Array.from({ length: 105 }, (_, at) => `${at}`))
})

test('pull requests are listed by state, head and base; the one of a fork is not found by its commit', async () => {
  const github = await start({
    pulls: [
      ...pulls,
      { number: 8, head: { sha: sha('b'), ref: 'idea', repository: 'octocat/models' } },
      { number: 9, head: { sha: sha('c') }, merged: true },
      { number: 10, head: { sha: sha('d'), repository: null } },
    ],
  })
  const { rest } = client(github)
  const numbers = async (more: object): Promise<number[]> =>
    (await rest.pulls.list({ ...here, ...more })).data.map(({ number }) => number)
  expect(await numbers({})).toEqual([10, 8, 7])
  expect(await numbers({ state: 'all', direction: 'asc' })).toEqual([7, 8, 9, 10])
  expect(await numbers({ head: 'octocat:idea' })).toEqual([8])
  expect(await numbers({ base: 'other' })).toEqual([])
  const { data: fork } = await rest.pulls.get({ ...here, pull_number: 8 })
  expect(fork.head.repo?.full_name).toBe('octocat/models')
  expect(fork.head.repo?.id).not.toBe(fork.base.repo.id)
  expect((await rest.pulls.get({ ...here, pull_number: 10 })).data.head.repo).toBeNull()
  const associated = async (commit: string): Promise<number[]> => {
    const request = { ...here, commit_sha: commit }
    return (await rest.repos.listPullRequestsAssociatedWithCommit(request)).data.map(({ number }) => number)
  }
  expect(await associated(sha('a'))).toEqual([7])
  expect(await associated(sha('b'))).toEqual([])
  expect(await refusal(associated(sha('f')))).toBe(`422 No commit found for SHA: ${sha('f')}`)
  expect(await refusal(rest.pulls.get({ ...here, pull_number: 99 }))).toBe('404 Not Found')
})

test('check runs of one name stand side by side, the latest is listed, annotations add up', async () => {
  const github = await start({ pulls })
  const { rest } = client(github)
  const annotation = { path: 'm.onnx', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm' } as const
  const output = { title: 'Verdict', summary: 'good', annotations: Array.from({ length: 50 }, () => annotation) }
  const make = { ...here, name: 'airworthy', head_sha: sha('a') }
  const { data: first } = await rest.checks.create({ ...make, status: 'in_progress', output })
  expect(first).toMatchObject({ status: 'in_progress', conclusion: null, output: { annotations_count: 50 } })
  const update = { ...here, check_run_id: first.id, output: { summary: 'better', annotations: [annotation] } }
  const { data: updated } = await rest.checks.update({ ...update, conclusion: 'success' })
  expect(updated).toMatchObject({ status: 'completed', conclusion: 'success', output: { annotations_count: 51 } })
  expect(updated.output.title).toBe('Verdict')
  const { data: second } = await rest.checks.create(make)
  expect(second).toMatchObject({ status: 'queued', conclusion: null })
  expect(second.id).toBeGreaterThan(first.id)
  const list = async (more: object) => (await rest.checks.listForRef({ ...here, ref: 'change-7', ...more })).data
  expect((await list({})).check_runs.map(({ id }) => id)).toEqual([second.id])
  expect((await list({ filter: 'all' })).total_count).toBe(2)
  expect((await list({ check_name: 'other' })).total_count).toBe(0)
  expect((await rest.checks.get({ ...here, check_run_id: first.id })).data.conclusion).toBe('success')
  const annotations = await rest.checks.listAnnotations({ ...here, check_run_id: first.id, per_page: 100 })
  expect(annotations.data).toHaveLength(51)
  expect(github.state.checkRuns.map(({ name }) => name)).toEqual(['airworthy', 'airworthy'])
})

test('a check run has limits: 65,535 characters, 50 annotations, titles of 255', async () => {
  const github = await start({ pulls })
  const { rest } = client(github)
  const create = (output: object): Promise<string> =>
    refusal(
      rest.checks.create({ ...here, name: 'c', head_sha: sha('a'), output: { title: 't', summary: 's', ...output } }),
    )
  const annotation = { path: 'm', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' }
  expect(await create({ summary: 'x'.repeat(65_536) })).toMatch(/^422 .*65535/s)
  expect(await create({ text: 'x'.repeat(65_536) })).toMatch(/^422 .*65535/s)
  expect(await create({ annotations: Array.from({ length: 51 }, () => annotation) })).toMatch(/^422 .*50 items/s)
  expect(await create({ annotations: [{ ...annotation, title: 'x'.repeat(256) }] })).toMatch(/^422 .*255/s)
  const unknown = rest.checks.create({ ...here, name: 'c', head_sha: sha('f') })
  expect(await refusal(unknown)).toBe(`422 No commit found for SHA: ${sha('f')}`)
  expect(github.state.checkRuns).toEqual([])
  const byUser = client(github, 'user-token').rest.checks.create({ ...here, name: 'c', head_sha: sha('a') })
  expect(await refusal(byUser)).toBe('403 You must authenticate via a GitHub App.')
})

test('commit statuses are only ever added, and combined by the newest of each context', async () => {
  const { rest } = client(await start({ pulls }))
  const status = (state: 'success' | 'failure' | 'pending', context: string, more = {}) =>
    rest.repos.createCommitStatus({ ...here, sha: sha('a'), state, context, ...more })
  const combined = async (): Promise<string> =>
    (await rest.repos.getCombinedStatusForRef({ ...here, ref: 'change-7' })).data.state
  expect(await combined()).toBe('pending')
  await status('failure', 'gate')
  await status('success', 'build')
  expect(await combined()).toBe('failure')
  await status('success', 'gate', { description: 'x'.repeat(140), target_url: 'https://example.com' })
  expect(await combined()).toBe('success')
  const { data } = await rest.repos.listCommitStatusesForRef({ ...here, ref: sha('a') })
  expect(data.map(({ context, state }) => [context, state])).toEqual([
    ['gate', 'success'],
    ['build', 'success'],
    ['gate', 'failure'],
  ])
  expect(await refusal(status('success', 'gate', { description: 'x'.repeat(141) }))).toBe('422 Validation Failed')
})

test('tags and refs are git objects: made once, moved forward unless forced', async () => {
  const github = await start()
  github.createCommit({ sha: sha('a') })
  github.createCommit({ sha: sha('b'), parents: [sha('a')] })
  const { rest } = client(github)
  const tagger = { name: 'Airworthy', email: 'a@example.com', date: '2024-01-02T03:04:05Z' }
  const asked = { ...here, tag: 'digits@v1.1.0', message: 'm\n', object: sha('a'), type: 'commit', tagger } as const
  const { data: tag } = await rest.git.createTag(asked)
  // As `git hash-object -t tag` has it.
  const content = `object ${sha('a')}\ntype commit\ntag digits@v1.1.0\ntagger Airworthy <a@example.com> 1704164645 +0000\n\nm\n`
  expect(tag.sha).toBe(createHash('sha1').update(`tag ${content.length}\0${content}`).digest('hex'))
  expect((await rest.git.getTag({ ...here, tag_sha: tag.sha })).data.message).toBe('m\n')
  expect(await refusal(rest.git.createTag({ ...asked, object: sha('f') }))).toBe('422 Object does not exist')

  const ref = 'refs/tags/digits@v1.1.0'
  await rest.git.createRef({ ...here, ref, sha: tag.sha })
  expect(await refusal(rest.git.createRef({ ...here, ref, sha: tag.sha }))).toBe('422 Reference already exists')
  expect(await refusal(rest.git.createRef({ ...here, ref: 'refs/tags/a b', sha: tag.sha }))).toMatch(/^422 .*valid ref/)
  const absent = rest.git.createRef({ ...here, ref: 'refs/tags/x', sha: sha('f') })
  expect(await refusal(absent)).toBe('422 Object does not exist')
  const { data: read } = await rest.git.getRef({ ...here, ref: 'tags/digits@v1.1.0' })
  expect(read.object).toMatchObject({ type: 'tag', sha: tag.sha })
  expect(await refusal(rest.git.getRef({ ...here, ref: 'tags/digits' }))).toBe('404 Not Found')

  await rest.git.createRef({ ...here, ref: 'refs/heads/next', sha: sha('a') })
  await rest.git.updateRef({ ...here, ref: 'heads/next', sha: sha('b') })
  const back = { ...here, ref: 'heads/next', sha: sha('a') }
  expect(await refusal(rest.git.updateRef(back))).toBe('422 Update is not a fast forward')
  await rest.git.updateRef({ ...back, force: true })
  expect(github.state.refs.get('refs/heads/next')).toBe(sha('a'))
  await rest.git.deleteRef({ ...here, ref: 'heads/next' })
  expect(await refusal(rest.git.deleteRef({ ...here, ref: 'heads/next' }))).toBe('422 Reference does not exist')
  expect(await refusal(rest.git.updateRef(back))).toBe('422 Reference does not exist')
  const { data: commit } = await rest.git.getCommit({ ...here, commit_sha: sha('b') })
  expect(commit.parents.map((parent) => parent.sha)).toEqual([sha('a')])
  expect(await refusal(rest.git.getCommit({ ...here, commit_sha: sha('f') }))).toBe('404 Not Found')
  expect(github.violations).toEqual([])
})

test('a release makes its tag, is one of its tag, and hides while it is a draft', async () => {
  const github = await start()
  const { rest } = client(github)
  const { data: draft } = await rest.repos.createRelease({ ...here, tag_name: 'v1', draft: true })
  expect(draft).toMatchObject({ draft: true, published_at: null })
  expect(github.state.refs.has('refs/tags/v1')).toBe(false)
  expect(await refusal(rest.repos.getReleaseByTag({ ...here, tag: 'v1' }))).toBe('404 Not Found')
  expect((await rest.repos.listReleases(here)).data).toHaveLength(1)
  const reader = client(github, 'read-token').rest
  expect((await reader.repos.listReleases(here)).data).toEqual([])
  expect(await refusal(reader.repos.getRelease({ ...here, release_id: draft.id }))).toBe('404 Not Found')

  await rest.repos.updateRelease({ ...here, release_id: draft.id, name: 'One' })
  expect(github.state.releases[0]).toMatchObject({ name: 'One', draft: true })
  await rest.repos.updateRelease({ ...here, release_id: draft.id, draft: false })
  expect(github.state.refs.get('refs/tags/v1')).toBe(firstSha)
  expect((await reader.repos.getReleaseByTag({ ...here, tag: 'v1' })).data.name).toBe('One')
  const again = rest.repos.createRelease({ ...here, tag_name: 'v1' })
  await expect(again).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ resource: 'Release', code: 'already_exists', field: 'tag_name' }] } },
  })
  const { data: second } = await rest.repos.createRelease({ ...here, tag_name: 'v1', draft: true })
  const publish = rest.repos.updateRelease({ ...here, release_id: second.id, draft: false })
  expect(await refusal(publish)).toBe('422 Validation Failed')
  // Drafts are in nobody's way.
  await rest.repos.createRelease({ ...here, tag_name: 'v3', draft: true })
  expect((await rest.repos.createRelease({ ...here, tag_name: 'v3' })).data.draft).toBe(false)
  const nowhere = { ...here, tag_name: 'v2', target_commitish: 'nowhere' }
  expect(await refusal(rest.repos.createRelease(nowhere))).toBe('422 Validation Failed')
  await rest.repos.deleteRelease({ ...here, release_id: draft.id })
  expect(github.state.refs.has('refs/tags/v1')).toBe(true)
  expect(await refusal(rest.repos.getRelease({ ...here, release_id: draft.id }))).toBe('404 Not Found')
})

test('assets go to the host of uploads, are one of their name, and come back by a signed address', async () => {
  const github = await start()
  const { rest } = client(github)
  const { data: release } = await rest.repos.createRelease({ ...here, tag_name: 'v1' })
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
  const upload = (name: string, url = release.upload_url) => {
    const data = bytes as unknown as string
    const headers = { 'content-type': 'application/octet-stream' }
    return rest.repos.uploadReleaseAsset({ ...here, url, release_id: release.id, name, data, headers })
  }
  expect(release.upload_url.startsWith(`${github.uploadsUrl}/repos/airworthy/models/releases/`)).toBe(true)
  const { data: asset } = await upload('a model.onnx')
  expect(asset).toMatchObject({ name: 'a.model.onnx', size: 256, state: 'uploaded' })
  expect(asset.digest).toBe(`sha256:${createHash('sha256').update(bytes).digest('hex')}`)
  expect(github.state.releases[0]?.assets[0]?.bytes).toEqual(Buffer.from(bytes))
  await expect(upload('a model.onnx')).rejects.toMatchObject({
    status: 422,
    response: { data: { errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }] } },
  })
  expect(await refusal(upload('b', `${github.url}/repos/airworthy/models/releases/${release.id}/assets`))).toMatch(
    /^501/,
  )

  const address = `${github.url}/repos/airworthy/models/releases/assets/${asset.id}`
  const headers = { authorization: 'Bearer read-token', accept: 'application/octet-stream' }
  // Node leaves the token behind when it is sent to another origin.
  const got = await fetch(address, { headers })
  expect(new Uint8Array(await got.arrayBuffer())).toEqual(bytes)
  const { headers: sent } = await fetch(address, { headers, redirect: 'manual' })
  expect((await fetch(sent.get('location') ?? '', { headers })).status).toBe(401)
  expect((await fetch(`${sent.get('location')}0`)).status).toBe(403)

  const { data: other } = await upload('other')
  const rename = rest.repos.updateReleaseAsset({ ...here, asset_id: other.id, name: 'a.model.onnx' })
  expect(await refusal(rename)).toBe('422 Validation Failed')
  await rest.repos.updateReleaseAsset({ ...here, asset_id: other.id, name: 'third', label: 'Third' })
  const list = await rest.repos.listReleaseAssets({ ...here, release_id: release.id })
  expect(list.data.map(({ name }) => name)).toEqual(['a.model.onnx', 'third'])
  await rest.repos.deleteReleaseAsset({ ...here, asset_id: other.id })
  expect(await refusal(rest.repos.getReleaseAsset({ ...here, asset_id: other.id }))).toBe('404 Not Found')
  expect((await rest.repos.getReleaseAsset({ ...here, asset_id: asset.id })).data.name).toBe('a.model.onnx')
})

test('an upload that breaks off leaves an empty asset in the way', async () => {
  const github = await start()
  const { rest } = client(github)
  const { data: release } = await rest.repos.createRelease({ ...here, tag_name: 'v1', draft: true })
  github.failNext('repos/upload-release-asset', 'error')
  const upload = () =>
    rest.repos.uploadReleaseAsset({
      ...here,
      url: release.upload_url,
      release_id: release.id,
      name: 'm',
      data: 'bytes',
    })
  expect(await refusal(upload())).toMatch(/^50[0-3]/)
  const { data: list } = await rest.repos.listReleaseAssets({ ...here, release_id: release.id })
  expect(list).toMatchObject([{ name: 'm', state: 'starter', size: 0, digest: null }])
  expect(await refusal(upload())).toBe('422 Validation Failed')
  await rest.repos.deleteReleaseAsset({ ...here, asset_id: list[0]?.id ?? 0 })
  expect((await upload()).data).toMatchObject({ state: 'uploaded', size: 5 })
})

test('an immutable release can no longer change once it is published, and keeps its tag', async () => {
  const github = await start({ immutableReleases: true })
  const { rest } = client(github)
  const { data: release } = await rest.repos.createRelease({ ...here, tag_name: 'v1', draft: true })
  const upload = (name: string) =>
    rest.repos.uploadReleaseAsset({ ...here, url: release.upload_url, release_id: release.id, name, data: 'bytes' })
  await upload('a')
  const { data } = await rest.repos.updateRelease({ ...here, release_id: release.id, draft: false })
  expect(data.immutable).toBe(true)
  expect(await refusal(upload('b'))).toBe('422 Cannot upload assets to an immutable release.')
  expect(await refusal(rest.git.deleteRef({ ...here, ref: 'tags/v1' }))).toMatch(/^422/)
  await rest.repos.deleteRelease({ ...here, release_id: release.id })
  expect(await refusal(rest.repos.createRelease({ ...here, tag_name: 'v1' }))).toBe('422 Validation Failed')
})

test('a deployment demands what is green and merged, unless it is told not to', async () => {
  const github = await start({ pulls })
  github.createCommit({ sha: sha('b'), branch: 'main' })
  const { rest } = client(github)
  const deploy = (more: object) => rest.repos.createDeployment({ ...here, ref: 'change-7', ...more })
  const merged = await deploy({})
  expect(merged.status).toBe(202)
  expect(merged.data).toMatchObject({ message: 'Auto-merged main into change-7 on deployment.' })
  expect(github.state.deployments).toEqual([])
  expect(github.state.refs.get('refs/heads/change-7')).not.toBe(sha('a'))
  expect(await refusal(deploy({ ref: sha('a') }))).toBe(`409 Conflict merging main into ${sha('a')}.`)

  const unmerged = { ref: sha('a'), auto_merge: false }
  await rest.repos.createCommitStatus({ ...here, sha: sha('a'), state: 'pending', context: 'gate' })
  expect(await refusal(deploy(unmerged))).toBe(`409 Conflict: Commit status checks failed for ${sha('a')}.`)
  expect(await refusal(deploy({ ...unmerged, required_contexts: ['never'] }))).toMatch(/^409/)
  const { data } = await deploy({ ...unmerged, required_contexts: [] })
  expect(data).toMatchObject({ sha: sha('a'), environment: 'production', production_environment: true, task: 'deploy' })
  await rest.repos.createCommitStatus({ ...here, sha: sha('a'), state: 'success', context: 'gate' })
  expect((await deploy({ ...unmerged, environment: 'staging' })).status).toBe(201)
  const list = await rest.repos.listDeployments({ ...here, environment: 'staging' })
  expect(list.data.map(({ ref }) => ref)).toEqual([sha('a')])
  const environments = await rest.repos.getAllEnvironments(here)
  expect(environments.data.environments?.map(({ name }) => name)).toEqual(['production', 'staging'])
  expect(await refusal(deploy({ ref: 'nowhere' }))).toBe('422 No ref found for: nowhere')
})

test('statuses of a deployment are added; a success retires what was deployed before, but not in production', async () => {
  const github = await start()
  const { rest } = client(github)
  const deploy = async (environment: string, more = {}): Promise<number> => {
    const asked = { ...here, ref: 'main', auto_merge: false, required_contexts: [], environment, ...more }
    const { data } = await rest.repos.createDeployment(asked)
    if (!('id' in data)) throw new Error('it was not deployed')
    return data.id
  }
  const status = (deployment_id: number, state: 'success' | 'in_progress', more = {}) =>
    rest.repos.createDeploymentStatus({ ...here, deployment_id, state, ...more })
  const states = async (deployment_id: number): Promise<string[]> =>
    (await rest.repos.listDeploymentStatuses({ ...here, deployment_id })).data.map(({ state }) => state)
  const succeed = async (environment: string, more = {}): Promise<number> => {
    const id = await deploy(environment, more)
    await status(id, 'success')
    return id
  }
  const staging = await deploy('staging')
  await status(staging, 'in_progress')
  await status(staging, 'success', { log_url: 'https://example.com/log' })
  const transient = await succeed('staging', { transient_environment: true })
  const unfinished = await deploy('staging')
  await status(unfinished, 'in_progress')
  expect(await states(staging)).toEqual(['inactive', 'success', 'in_progress'])
  const another = await deploy('staging')
  await status(another, 'success')
  await status(await deploy('staging'), 'success', { auto_inactive: false })
  expect(await states(another)).toEqual(['success'])
  await succeed('staging')
  expect(await states(transient)).toEqual(['success'])
  expect(await states(unfinished)).toEqual(['in_progress'])
  expect(await states(another)).toEqual(['inactive', 'success'])
  const production = await succeed('production')
  await succeed('production')
  expect(await states(production)).toEqual(['success'])

  expect(await refusal(status(staging, 'success', { description: 'x'.repeat(141) }))).toBe('422 Validation Failed')
  expect(github.state.deployments[0]?.statuses[1]?.logUrl).toBe('https://example.com/log')
  const moved = await status(staging, 'success', { environment: 'moved' })
  expect(moved.data.environment).toBe('moved')
  const { data: read } = await rest.repos.getDeployment({ ...here, deployment_id: staging })
  expect(read).toMatchObject({ environment: 'moved', original_environment: 'staging' })
  expect(await refusal(states(1))).toBe('404 Not Found')
})

test('environments tell their rules', async () => {
  const rules = [
    { type: 'wait_timer', minutes: 30 },
    { type: 'required_reviewers', users: ['octocat'], preventSelfReview: true },
    { type: 'branch_policy' },
  ] as const
  const github = await start({ environments: { 'eu/production': { rules, branches: 'protected' } } })
  const { rest } = client(github)
  const { data } = await rest.repos.getEnvironment({ ...here, environment_name: 'eu/production' })
  expect(data.protection_rules).toMatchObject([
    { type: 'wait_timer', wait_timer: 30 },
    { prevent_self_review: true, reviewers: [{ type: 'User', reviewer: { login: 'octocat' } }] },
    { type: 'branch_policy' },
  ])
  expect(data.deployment_branch_policy).toEqual({ protected_branches: true, custom_branch_policies: false })
  const missing = rest.repos.getEnvironment({ ...here, environment_name: 'staging' })
  expect(await refusal(missing)).toBe('404 Not Found')
})

test('who may do what: roles of a repository, members of a team, users', async () => {
  const github = await start({
    collaborators: { keeper: 'maintain', helper: 'triage' },
    teams: { releasers: { keeper: 'maintainer', invited: 'pending' } },
    users: ['stranger'],
  })
  const { rest } = client(github)
  const role = async (username: string): Promise<string[]> => {
    const { data } = await rest.repos.getCollaboratorPermissionLevel({ ...here, username })
    return [data.permission, data.role_name]
  }
  expect(await role('keeper')).toEqual(['write', 'maintain'])
  expect(await role('helper')).toEqual(['read', 'triage'])
  expect(await role('stranger')).toEqual(['read', 'read'])
  expect(await refusal(role('nobody'))).toBe('404 Not Found')
  const member = (username: string, as: string) =>
    client(github, as).rest.teams.getMembershipForUserInOrg({ org: 'airworthy', team_slug: 'releasers', username })
  expect((await member('keeper', 'user-token')).data).toMatchObject({ role: 'maintainer', state: 'active' })
  expect((await member('invited', 'user-token')).data.state).toBe('pending')
  expect(await refusal(member('stranger', 'user-token'))).toBe('404 Not Found')
  // No workflow can give its token the rights to see this.
  expect(await refusal(member('keeper', 'write-token'))).toBe('403 Resource not accessible by integration')
  expect((await rest.users.getByUsername({ username: 'github-actions[bot]' })).data.type).toBe('Bot')
  expect((await rest.repos.get(here)).data).toMatchObject({ full_name: 'airworthy/models', default_branch: 'main' })
})

test('a workflow is dispatched where it is, with inputs that it knows', async () => {
  const inputs = { model: { required: true }, step: { default: '5%' } }
  const github = await start({
    workflows: [
      { file: 'promote.yml', on: ['workflow_dispatch'], inputs, refs: ['main'] },
      { file: 'test.yml', on: ['push'] },
    ],
  })
  github.createCommit({ sha: sha('a'), branch: 'other' })
  const { rest } = client(github)
  const dispatch = (more: object) =>
    rest.actions.createWorkflowDispatch({ ...here, workflow_id: 'promote.yml', ref: 'main', ...more })
  expect((await dispatch({ inputs: { model: 'digits' } })).status).toBe(204)
  expect(github.state.dispatches).toMatchObject([
    { kind: 'workflow', workflow: 'promote.yml', ref: 'main', inputs: { model: 'digits', step: '5%' } },
  ])
  const { data } = await dispatch({ inputs: { model: 'digits' }, return_run_details: true })
  expect(data).toMatchObject({ workflow_run_id: github.state.runs[1]?.id })
  expect(await refusal(dispatch({}))).toBe("422 Required input 'model' not provided")
  expect(await refusal(dispatch({ inputs: { model: 'm', wrong: '1' } }))).toBe(
    '422 Unexpected inputs provided: ["wrong"]',
  )
  const many = Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`i${at}`, '']))
  expect(await refusal(dispatch({ inputs: many }))).toMatch(/^422 .*25 properties/s)
  expect(await refusal(dispatch({ ref: 'nowhere' }))).toBe('422 No ref found for: nowhere')
  expect(await refusal(dispatch({ ref: 'other' }))).toBe('404 Not Found')
  expect(await refusal(dispatch({ workflow_id: 'none.yml' }))).toBe('404 Not Found')
  expect(await refusal(dispatch({ workflow_id: 'test.yml' }))).toBe(
    "422 Workflow does not have 'workflow_dispatch' trigger",
  )
  expect(github.state.dispatches).toHaveLength(2)
})

test('a repository is told of an event, with a small payload', async () => {
  const github = await start()
  const { rest } = client(github)
  const dispatch = (client_payload: Record<string, unknown>) =>
    rest.repos.createDispatchEvent({ ...here, event_type: 'promoted', client_payload })
  await dispatch({ model: 'digits' })
  expect(github.state.dispatches).toMatchObject([
    { kind: 'repository', type: 'promoted', payload: { model: 'digits' } },
  ])
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`p${at}`, at]))
  expect(await refusal(dispatch(eleven))).toMatch(/^422 .*10 properties/s)
  expect(await refusal(dispatch({ text: 'x'.repeat(65_536) }))).toBe('422 client_payload is too large.')
})

test('runs have artifacts, which come as archives from a signed address until they expire', async () => {
  const github = await start({
    pulls,
    workflows: [{ file: 'measure.yml', on: ['pull_request'] }],
    runs: [
      {
        workflow: 'measure.yml',
        event: 'pull_request',
        headSha: sha('a'),
        headRepository: 'octocat/models',
        pulls: [7],
        artifacts: [
          { name: 'airworthy', files: { 'evidence.json': '{}' } },
          { name: 'old', files: {}, expired: true },
          { name: 'broken', files: new Uint8Array([1, 2, 3]) },
        ],
      },
    ],
  })
  const { rest } = client(github, 'read-token')
  const run_id = github.state.runs[0]?.id ?? 0
  const { data: run } = await rest.actions.getWorkflowRun({ ...here, run_id })
  expect(run).toMatchObject({ head_sha: sha('a'), event: 'pull_request', conclusion: 'success' })
  expect(run.head_repository.full_name).toBe('octocat/models')
  expect(run.pull_requests?.map(({ number }) => number)).toEqual([7])
  const { data } = await rest.actions.listWorkflowRunArtifacts({ ...here, run_id })
  expect(data.total_count).toBe(3)
  const named = await rest.actions.listWorkflowRunArtifacts({ ...here, run_id, name: 'airworthy' })
  const artifact_id = named.data.artifacts[0]?.id ?? 0
  const { data: artifact } = await rest.actions.getArtifact({ ...here, artifact_id })
  expect(artifact).toMatchObject({ name: 'airworthy', expired: false, workflow_run: { id: run_id } })
  const download = (id: number) => rest.actions.downloadArtifact({ ...here, artifact_id: id, archive_format: 'zip' })
  const { data: bytes } = await download(artifact_id)
  const files = unzipSync(new Uint8Array(bytes as ArrayBuffer))
  expect(strFromU8(files['evidence.json'] ?? new Uint8Array())).toBe('{}')
  expect(artifact.digest).toMatch(/^sha256:/)
  const old = data.artifacts.find(({ name }) => name === 'old')?.id ?? 0
  expect(await refusal(download(old))).toBe('410 Artifact has expired')
  expect(await refusal(rest.actions.getWorkflowRun({ ...here, run_id: 1 }))).toBe('404 Not Found')
})

test('files and folders are read at a ref', async () => {
  const files = { 'models/digits.yml': 'a: 1\n', 'models/big.bin': new Uint8Array(1024 * 1024 + 1) }
  const github = await start({ commits: [{ sha: sha('a'), files }] })
  github.createCommit({ sha: sha('b'), branch: 'next', files: { 'models/digits.yml': 'a: 2\n' } })
  const { rest } = client(github)
  const read = async (path: string, more = {}) => (await rest.repos.getContent({ ...here, path, ...more })).data
  const file = await read('models/digits.yml')
  if (!('content' in file)) throw new Error('it is no file')
  expect(Buffer.from(file.content, 'base64').toString()).toBe('a: 1\n')
  // As `git hash-object` has it.
  expect(file.sha).toBe(createHash('sha1').update('blob 5\0a: 1\n').digest('hex'))
  expect(await read('models/digits.yml', { ref: 'next', mediaType: { format: 'raw' } })).toBe('a: 2\n')
  expect(await read('models/big.bin')).toMatchObject({ encoding: 'none', content: '', size: 1024 * 1024 + 1 })
  expect(await read('models')).toMatchObject([{ name: 'big.bin', type: 'file' }, { name: 'digits.yml' }])
  expect(await read('')).toMatchObject([{ name: 'models', type: 'dir' }])
  expect(await refusal(read('models/none'))).toBe('404 Not Found')
  expect(await refusal(read('models', { ref: 'nowhere' }))).toBe('404 Not Found')
})

test('GraphQL knows who asks and hides comments; all else is an error as GraphQL has them', async () => {
  const github = await start({ pulls })
  const octokit = client(github)
  expect(await octokit.graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'github-actions[bot]' } })
  const { data } = await octokit.rest.issues.createComment({ ...here, issue_number: 7, body: 'old' })
  const hide = `mutation Hide($id: ID!) {
    hidden: minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
  }`
  const hidden = await octokit.graphql(hide, { id: data.node_id })
  expect(hidden).toEqual({ hidden: { minimizedComment: { isMinimized: true } } })
  expect(github.state.comments[0]?.minimized).toBe('outdated')
  const { data: read } = await octokit.rest.issues.getComment({ ...here, comment_id: data.id })
  expect(read).toMatchObject({ minimized: { reason: 'outdated' } })
  await expect(octokit.graphql(hide, { id: 'none' })).rejects.toMatchObject({ errors: [{ type: 'NOT_FOUND' }] })
  const reader = client(github, 'read-token')
  await expect(reader.graphql(hide, { id: data.node_id })).rejects.toMatchObject({ errors: [{ type: 'FORBIDDEN' }] })
  const unknown = octokit.graphql('query { repository(owner: "a", name: "b") { id } }')
  await expect(unknown).rejects.toThrow("Field 'repository' doesn't exist on type 'Query'")
  await expect(octokit.graphql('{ viewer { login ')).rejects.toThrow('Expected')
})

test('a token is needed, and what it may do is a table', async () => {
  const github = await start({
    pulls,
    tokens: {
      all: { kind: 'installation', permissions: writeAll },
      read: { kind: 'installation', permissions: readAll },
      reviewer: { kind: 'installation', permissions: { 'pull-requests': 'write' } },
      personal: { kind: 'user', login: 'keeper', permissions: { contents: 'read' } },
    },
  })
  const comment = (auth: string) =>
    client(github, auth).rest.issues.createComment({ ...here, issue_number: 7, body: 'x' })
  expect(await refusal(comment('unknown'))).toBe('401 Bad credentials')
  expect((await fetch(`${github.url}/user`)).status).toBe(401)
  await expect(comment('read')).rejects.toMatchObject({
    status: 403,
    response: {
      data: { message: 'Resource not accessible by integration' },
      headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' },
    },
  })
  expect((await comment('reviewer')).status).toBe(201)
  expect(github.state.comments).toHaveLength(1)
  expect(await refusal(comment('personal'))).toBe('403 Resource not accessible by personal access token')
  const { rest } = client(github, 'read')
  expect((await rest.issues.listComments({ ...here, issue_number: 7 })).data).toHaveLength(1)
  const refused = [
    rest.checks.create({ ...here, name: 'c', head_sha: sha('a') }),
    rest.repos.createCommitStatus({ ...here, sha: sha('a'), state: 'success' }),
    rest.repos.createDeployment({ ...here, ref: 'main' }),
    rest.repos.createRelease({ ...here, tag_name: 'v1' }),
    rest.git.createRef({ ...here, ref: 'refs/tags/v1', sha: firstSha }),
    rest.actions.createWorkflowDispatch({ ...here, workflow_id: 'promote.yml', ref: 'main' }),
    rest.repos.createDispatchEvent({ ...here, event_type: 'x' }),
    client(github, 'all').rest.users.getAuthenticated(),
  ]
  const told = await Promise.all(refused.map(refusal))
  expect(told).toEqual(refused.map(() => '403 Resource not accessible by integration'))
  expect((await client(github, 'personal').rest.users.getAuthenticated()).data.login).toBe('keeper')
  expect(await refusal(rest.repos.get({ owner: 'airworthy', repo: 'other' }))).toBe('404 Not Found')
})
