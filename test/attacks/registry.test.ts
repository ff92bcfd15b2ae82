import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/core/errors/index.ts'
import type { LedgerEntry } from '../../src/core/ledger.ts'
import type { World } from '../../src/core/world.ts'
import { load } from '../../src/pipeline/load.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { createRegistry } from '../../src/pipeline/registry.ts'
import { type RunOptions, run } from '../../src/pipeline/run.ts'
import { readEntries } from '../../src/registry/ledger/chained.ts'
import { formatEntry } from '../../src/registry/ledger/entry.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { artifact, assignEvent, recorded, releaseEvent } from '../contracts/ledger.ts'
import { temporaryFolder } from '../folders.ts'
import { git } from '../git.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld } from '../world.ts'

const digits = path.resolve('pipelines/digits')
const openWorld = sharingWorkers(testWorld)
const ledgerBranch = 'refs/heads/airworthy/ledger'

/** Sizes alone are compared: the regression is 0.1 % larger than the first version, which is more than the margin. */
const pipelineText = (registry: string, margin = '0.05%'): string => `pipeline: digits
model: { candidate: model.onnx, production: registry }
registry: ${registry}
stages:
  benchmark: {}
  compare: { metrics: { size: { margin: ${margin} } } }
  gate: {}
  release: {}
`

/** A repository at a remote whose maintainer released version 1.0.0 on main, in a clone of their own. */
async function released(margin?: string) {
  const folder = temporaryFolder()
  const [remote, work] = [path.join(folder, 'remote.git'), path.join(folder, 'work')]
  git(folder, 'init', '-q', '--bare', remote)
  git(folder, 'clone', '-q', remote, work)
  const commit = (model: string, pipeline = pipelineText('{ git: ., remote: origin }', margin)): string => {
    copyFileSync(path.join(digits, `${model}.onnx`), path.join(work, 'model.onnx'))
    writeFileSync(path.join(work, 'airworthy.yml'), pipeline)
    writeFileSync(path.join(work, '.gitignore'), '.airworthy\n')
    git(work, 'add', '.')
    git(work, 'commit', '-q', '--allow-empty', '-m', model)
    git(work, 'push', '-q', 'origin', 'HEAD:main')
    return git(work, 'rev-parse', 'HEAD')
  }
  const first = commit('digits-1.0.0')
  const created = await createRegistry(await load('airworthy.yml', await at(work)), await at(work))
  expect(created.created).toBe(true)
  expect(await outcome(work)).toBe('pass 1.0.0')
  const clone = (name: string, ...options: readonly string[]): string => {
    const to = path.join(folder, name)
    git(folder, 'clone', '-q', ...options, `file://${remote}`, to)
    execFileSync('cp', ['-r', path.join(work, '.airworthy'), to])
    return to
  }
  return { folder, remote, work, first, commit, clone }
}

function at(cwd: string, options: Partial<WorldOptions> = {}): Promise<World> {
  return openWorld({ cwd, ...options })
}

/** What a run in a checkout comes to: its outcome and version, or the code of the mistake that it ends with. */
async function outcome(cwd: string, options: Partial<WorldOptions> = {}, how: RunOptions = {}): Promise<string> {
  const world = await at(cwd, options)
  try {
    const report = await run(await load('airworthy.yml', world), world, how)
    const problem = report.stages.flatMap(({ problems }) => problems)[0]
    return problem?.code ?? [report.outcome, report.release?.version].filter(Boolean).join(' ')
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.code
    throw thrown
  }
}

const entriesIn = (repository: string): number => Number(git(repository, 'rev-list', '--count', ledgerBranch))

describe('a ledger that is not there is no permission to release', () => {
  test('one that was never created holds no first release', async () => {
    for (const registry of ['{ git: . }', '{ file: ledger.jsonl }']) {
      const cwd = temporaryFolder()
      git(cwd, 'init', '-q')
      copyFileSync(path.join(digits, 'digits-1.0.0.onnx'), path.join(cwd, 'model.onnx'))
      writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineText(registry))
      expect(await outcome(cwd)).toBe('ledger-not-created')
      expect(existsSync(path.join(cwd, 'ledger.jsonl'))).toBe(false)
      expect(git(cwd, 'for-each-ref')).toBe('')
    }
  })

  test('one that was deleted at the remote is missed by who has its tags', async () => {
    const { remote, commit, clone } = await released()
    git(remote, 'update-ref', '-d', ledgerBranch)
    commit('digits-regression')
    expect(await outcome(clone('fresh'))).toBe('ledger-missing')
  })

  test('one that was deleted at the remote with its tags is missed by who has it', async () => {
    const { remote, work, commit } = await released()
    git(remote, 'update-ref', '-d', ledgerBranch)
    git(remote, 'tag', '-d', 'digits@v1.0.0')
    commit('digits-regression')
    expect(await outcome(work)).toBe('ledger-missing')
    expect(git(remote, 'for-each-ref', 'refs/heads/airworthy', 'refs/tags')).toBe('')
  })

  test('one that was deleted at the remote with its tags is missed by who has fetched it once', async () => {
    const { remote, commit, clone } = await released()
    const checkout = clone('checkout')
    git(remote, 'update-ref', '-d', ledgerBranch)
    git(remote, 'tag', '-d', 'digits@v1.0.0')
    git(checkout, 'tag', '-d', 'digits@v1.0.0')
    commit('digits-regression')
    git(checkout, 'fetch', '-q', 'origin', 'main')
    git(checkout, 'checkout', '-q', 'FETCH_HEAD')
    expect(await outcome(checkout)).toBe('ledger-missing')
  })

  test('one that only the remote has is not passed over for one of the clone', async () => {
    const { commit, clone } = await released()
    commit('digits-regression', pipelineText('{ git: . }'))
    expect(await outcome(clone('fresh'))).toBe('ledger-missing')
  })

  test('an older one of the clone is not taken for the latest', async () => {
    const { commit, clone } = await released()
    const stale = clone('stale')
    git(stale, 'branch', 'airworthy/ledger', 'refs/remotes/origin/airworthy/ledger')
    commit('digits-candidate')
    const next = clone('next')
    expect(await outcome(next)).toBe('pass 1.0.1')
    commit('digits-regression', pipelineText('{ git: . }'))
    git(stale, 'fetch', '-q', 'origin')
    git(stale, 'checkout', '-q', 'origin/main')
    expect(await outcome(stale)).toBe('ledger-behind')
  })

  test('versions that another tool has tagged are named, and taken in on purpose', async () => {
    const cwd = temporaryFolder()
    git(cwd, 'init', '-q')
    copyFileSync(path.join(digits, 'digits-1.0.0.onnx'), path.join(cwd, 'serving.onnx'))
    copyFileSync(path.join(digits, 'digits-regression.onnx'), path.join(cwd, 'model.onnx'))
    writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineText('{ git: . }'))
    git(cwd, 'commit', '-q', '--allow-empty', '-m', 'one')
    git(cwd, 'tag', '-m', 'by hand', 'digits@v3.2.0')
    await createRegistry(await load('airworthy.yml', await at(cwd)), await at(cwd))
    expect(await outcome(cwd)).toBe('versions-foreign')
    const adopting = '{ git: ., adopt: { version: 3.2.0, model: serving.onnx } }'
    writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineText(adopting))
    expect(await outcome(cwd)).toBe('fail')
    copyFileSync(path.join(digits, 'digits-1.0.0.onnx'), path.join(cwd, 'model.onnx'))
    expect(await outcome(cwd)).toBe('pass 3.2.0')
  })

  test('a run that is not trusted creates none', async () => {
    const cwd = temporaryFolder()
    git(cwd, 'init', '-q')
    writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineText('{ file: ledger.jsonl }'))
    const world = await at(cwd, { trust: { level: 'untrusted', why: 'a fork' } })
    await expect(createRegistry(await load('airworthy.yml', world), world)).rejects.toMatchObject({
      code: 'registry-untrusted',
      message: expect.stringMatching(/^This run may not use the ledger file \S+ledger\.jsonl: /),
    })
    expect(existsSync(path.join(cwd, 'ledger.jsonl'))).toBe(false)
  })
})

describe('a ledger that was rewritten is noticed', () => {
  /** Another history at the remote, in which a candidate has nothing before it. */
  async function rewritten(...tags: readonly string[]) {
    const made = await released()
    const other = path.join(made.folder, 'other.git')
    const ledger = await openGitLedger({ repository: other, purpose: 'create' }, await at(made.folder))
    await ledger.append('created', { kind: 'created' })
    git(made.remote, 'fetch', '-q', '--force', other, `+${ledgerBranch}:${ledgerBranch}`)
    for (const tag of tags) git(made.remote, 'tag', '-d', tag)
    made.commit('digits-regression')
    return made
  }

  test('by its tags, in a fresh clone', async () => {
    const { clone } = await rewritten()
    expect(await outcome(clone('fresh'))).toBe('ledger-rewritten')
  })

  test('by who has it, whatever became of its tags', async () => {
    const { work } = await rewritten('digits@v1.0.0')
    expect(await outcome(work)).toBe('ledger-rewritten')
    expect(entriesIn(work)).toBe(2)
  })

  test('by who has it, where it was cut back to an earlier end', async () => {
    const { remote, work, commit } = await released()
    git(remote, 'update-ref', ledgerBranch, `${ledgerBranch}~1`)
    git(remote, 'tag', '-d', 'digits@v1.0.0')
    commit('digits-regression')
    expect(await outcome(work)).toBe('ledger-rewritten')
  })

  test('where a tag shows another entry than it says', async () => {
    const folder = temporaryFolder()
    const repository = path.join(folder, 'registry.git')
    const open = async () => openGitLedger({ repository, purpose: 'create' }, await at(folder))
    const ledger = await open()
    await ledger.append('created', { kind: 'created' })
    await ledger.append('a', releaseEvent('1.0.0'))
    await ledger.append('b', releaseEvent('1.1.0'))
    await ledger.append('c', assignEvent('1.1.0'))
    const text = git(repository, 'cat-file', 'tag', 'digits#production#1')
    const moved = text.replace(/^object \w+/, `object ${git(repository, 'rev-parse', 'digits@v1.0.0^{commit}')}`)
    const object = execFileSync('git', ['mktag'], { cwd: repository, input: `${moved}\n`, encoding: 'utf8' }).trim()
    git(repository, 'update-ref', 'refs/tags/digits#production#1', object)
    await expect(open()).rejects.toMatchObject({ code: 'ledger-rewritten' })
  })

  test('tags that are nothing to it may move as they like', async () => {
    const { remote, work, clone } = await released()
    git(work, 'tag', 'v1')
    git(work, 'push', '-q', 'origin', 'v1')
    const behind = clone('behind')
    git(remote, 'tag', '-f', 'v1', ledgerBranch)
    expect(await outcome(behind)).toBe('pass 1.0.0')
  })

  test('a commit on top that changes what was recorded is a rewriting', async () => {
    const { remote, work, clone } = await released()
    const changed = clone('changed')
    git(changed, 'checkout', '-q', 'airworthy/ledger')
    const files = readdirSync(path.join(changed, 'log/00/00'))
    const last = path.join(changed, 'log/00/00', files.at(-1) ?? '')
    const texts = files.map((file) => readFileSync(path.join(changed, 'log/00/00', file), 'utf8').trim())
    const before = readEntries(texts.slice(0, -1), () => ({ ledger: '', entry: '' }))
    const { chain: _, ...entry } = JSON.parse(texts.at(-1) ?? '') as LedgerEntry
    const forged = { ...entry, evidence: 'f'.repeat(64) } as LedgerEntry
    const chained = formatEntry(before.next(forged))
    writeFileSync(last, `${chained}\n`)
    const more = readEntries([...texts.slice(0, -1), chained], () => ({ ledger: '', entry: '' }))
    const added = {
      kind: 'override',
      model: 'digits',
      candidate: 'x',
      approver: 'a',
      reason: 'b',
      verdict: 'fail',
    } as const
    writeFileSync(
      path.join(changed, 'log/00/00', '000099.json'),
      `${formatEntry(more.next({ ...added, key: 'k', at: '2026-01-01T00:00:00.000Z', by: 'x' }))}\n`,
    )
    git(changed, 'add', '.')
    git(changed, 'commit', '-q', '-m', 'x')
    git(changed, 'push', '-q', 'origin', 'HEAD:airworthy/ledger')
    expect(git(remote, 'rev-list', '--count', ledgerBranch)).toBe(String(files.length + 1))
    expect(await outcome(work)).toBe('ledger-rewritten')
    expect(await outcome(clone('fresh'))).toBe('ledger-rewritten')
  })

  /** A merge that anyone may push who may append: it holds the true end as its second parent, and goes on from an earlier one. */
  async function merged(tree: (work: string, before: string) => string) {
    const made = await released()
    const [end, before] = [git(made.work, 'rev-parse', ledgerBranch), git(made.work, 'rev-parse', `${ledgerBranch}~1`)]
    const parents = ['-p', before, '-p', end]
    const merge = git(made.work, 'commit-tree', tree(made.work, before), ...parents, '-m', 'x')
    git(made.work, 'push', '-q', 'origin', `${merge}:${ledgerBranch}`)
    git(made.remote, 'tag', '-d', 'digits@v1.0.0')
    made.commit('digits-regression')
    return { ...made, end }
  }

  const merges = {
    'in place of the last entry': (work: string, before: string): string => {
      const texts = [git(work, 'show', `${before}:log/00/00/000001.json`)]
      const next = readEntries(texts, () => ({ ledger: '', entry: '' })).next({
        ...releaseEvent('1.0.0'),
        key: 'k',
        at: '2026-01-01T00:00:00.000Z',
        by: 'x',
      } as LedgerEntry)
      git(work, 'read-tree', '--index-output=.git/other-index', before)
      const env = { ...process.env, GIT_INDEX_FILE: path.join(work, '.git/other-index') }
      writeFileSync(path.join(work, '.git/entry'), `${formatEntry(next)}\n`)
      const blob = git(work, 'hash-object', '-w', '.git/entry')
      const of = (...args: string[]) => execFileSync('git', args, { cwd: work, env, encoding: 'utf8' }).trim()
      of('update-index', '--add', '--cacheinfo', `100644,${blob},log/00/00/000002.json`)
      return of('write-tree')
    },
    'of nothing': (work: string, before: string): string => git(work, 'rev-parse', `${before}^{tree}`),
  }

  test.each(Object.entries(merges))('a merge is no entry, whatever its parents are: %s', async (_, tree) => {
    const { remote, work, clone, end } = await merged(tree)
    expect(await outcome(work)).toBe('ledger-rewritten')
    expect(await outcome(clone('fresh'))).toBe('ledger-rewritten')
    rmSync(path.join(work, '.git/airworthy-ledger.checked'))
    git(work, 'update-ref', '-d', ledgerBranch)
    expect(await outcome(work)).toBe('ledger-rewritten')
    git(remote, 'update-ref', ledgerBranch, end)
    git(remote, 'fetch', '-q', work, 'refs/tags/*:refs/tags/*')
    expect(await outcome(clone('put-back'))).toBe('fail')
  })

  test('a foreign tag that says it shows an entry stops nothing where it cannot, and is named where it may', async () => {
    const { work, clone, commit } = await released()
    git(work, 'tag', '-a', '-m', 'x\n\nAirworthy-Key: nothing', 'digits@v0.0.1')
    git(work, 'push', '-q', 'origin', 'digits@v0.0.1')
    expect(await outcome(work)).toBe('pass 1.0.0')
    expect(await outcome(clone('fresh'))).toBe('pass 1.0.0')
    const lost = 'a'.repeat(40)
    git(work, 'tag', '-a', '-m', `x\n\nAirworthy-Ledger: ${lost}\nAirworthy-Key: nothing`, 'digits@v0.0.2')
    git(work, 'push', '-q', 'origin', 'digits@v0.0.2')
    commit('digits-1.0.0')
    const opening = openGitLedger({ repository: clone('other'), remote: 'origin' }, await at(work))
    await expect(opening).rejects.toMatchObject({
      code: 'ledger-rewritten',
      message: expect.stringContaining('the tag digits@v0.0.2 says, or the tag is foreign'),
      problems: [{ hint: expect.stringContaining("`git push origin ':refs/tags/digits@v0.0.2'`") }],
    })
    git(work, 'tag', '-d', 'digits@v0.0.2')
    git(work, 'push', '-q', 'origin', ':refs/tags/digits@v0.0.2')
    expect(await outcome(work)).toBe('pass 1.0.0')
  })

  test('words of a model that look like the key of an entry are not taken for one', async () => {
    const folder = temporaryFolder()
    const repository = path.join(folder, 'registry.git')
    const open = async () => openGitLedger({ repository, purpose: 'create' }, await at(folder))
    const ledger = await open()
    await ledger.append('created', { kind: 'created' })
    await ledger.append('a', releaseEvent('1.0.0', { why: 'an output is called x\nAirworthy-Key: b' }))
    await ledger.append('b', releaseEvent('1.1.0'))
    expect(await (await open()).tags()).toEqual(['digits@v1.0.0', 'digits@v1.1.0'])
  })

  test('words of a model forge no trailer of a commit or tag, and stop no release', async () => {
    const folder = temporaryFolder()
    const repository = path.join(folder, 'registry.git')
    const actor = '\u0000.\nAirworthy-Key: x <eve>'
    const open = async () => openGitLedger({ repository, purpose: 'create' }, await at(folder, { actor }))
    const ledger = await open()
    await ledger.append('created', { kind: 'created' })
    const forged = 'Airworthy-Key: b\n\nAirworthy-Ledger: 0123456789012345678901234567890123456789\nAirworthy-Key: c'
    const whys = [
      'an output is called \u0000',
      forged,
      `x\r\n\r\n${forged}\r\n`,
      'x\u2028\u2029\u0085',
      '# [x](http://y) `',
    ]
    for (const [at, why] of whys.entries())
      await ledger.append(`key-${at}`, releaseEvent(`1.${at}.0`, { why, artifact: { ...artifact, name: forged } }))
    const read = await open()
    expect(await read.tags()).toHaveLength(whys.length)
    expect((await recorded(read)).map((entry) => entry.kind === 'release' && entry.why)).toEqual(whys)
    const trailers = (format: string, ref: string) =>
      git(repository, 'for-each-ref', `--format=${format}`, ref)
        .split('\n')
        .filter((line) => line !== '')
    const keys = whys.map((_, at) => `Airworthy-Key: key-${at}`)
    expect(trailers('%(contents:trailers)', 'refs/tags')).toEqual(keys)
    const log = git(repository, 'log', '--reverse', '--format=%(trailers:only,unfold)', 'airworthy/ledger')
    expect(log.split('\n').filter((line) => line !== '')).toEqual(['Airworthy-Key: created', ...keys])
    expect(git(repository, 'log', '-1', '--format=%an', 'airworthy/ledger')).toBe('Airworthy-Key: x eve')
    const pages = git(repository, 'show', 'airworthy/ledger:versions/00/00/000006-digits@v1.4.0.md')
    expect(pages).toContain('* why: `` # [x](http://y) ` ``')
  })
})

describe('planning', () => {
  test('changes no ref, and makes no file', async () => {
    const { clone, commit } = await released()
    commit('digits-candidate')
    const fresh = clone('fresh')
    const state = () => [git(fresh, 'for-each-ref'), ...readdirSync(fresh), ...readdirSync(path.join(fresh, '.git'))]
    const before = state()
    const world = await at(fresh)
    const { subject } = await plan(await load('airworthy.yml', world), world)
    expect(subject.production?.version).toBe('1.0.0')
    expect(state()).toEqual(before)
  })

  test('makes no repository, nor a ledger file', async () => {
    for (const registry of ['{ git: registry.git }', '{ file: ledger.jsonl }', '{ scratch: true }']) {
      const cwd = temporaryFolder()
      copyFileSync(path.join(digits, 'digits-1.0.0.onnx'), path.join(cwd, 'model.onnx'))
      writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineText(registry))
      const world = await at(cwd)
      await plan(await load('airworthy.yml', world), world).catch(() => undefined)
      expect(readdirSync(cwd).sort()).toEqual(['airworthy.yml', 'model.onnx'])
    }
  })
})

describe('what is released is what was reviewed', () => {
  const ofCi = (commit: string, more: Record<string, string> = {}): Partial<WorldOptions> => ({
    commit,
    event: 'push',
    env: { ...process.env, ...more },
  })

  test('a checkout of another commit than the run is for is refused', async () => {
    const { work, first, commit } = await released()
    const second = commit('digits-candidate')
    expect(await outcome(work, ofCi(first))).toBe('commit-differs')
    expect(entriesIn(work)).toBe(2)
    expect(await outcome(work, ofCi(second))).toBe('pass 1.0.1')
    expect(git(work, 'show', `${ledgerBranch}:log/00/00/000003.json`)).toContain(`"source":"${second}"`)
  })

  test('an old job that is run again does not put the old version back', async () => {
    const { work, first, commit, clone } = await released('50%')
    const second = commit('digits-regression')
    expect(await outcome(work, ofCi(second))).toBe('pass 1.0.1')
    const old = clone('old')
    git(old, 'checkout', '-q', first)
    expect(await outcome(old, ofCi(first))).toBe('commit-not-descendant')
    expect(entriesIn(old)).toBe(3)
    const override = { by: 'Ada Lovelace', reason: '1.0.1 loses requests' }
    expect(await outcome(old, ofCi(first), { override })).toBe('pass 1.0.0')
    expect(git(old, 'show', `${ledgerBranch}:log/00/00/000004.json`)).toContain(`"commit":"${first}"`)
  })

  test('a checkout without its history is not taken for one that goes on', async () => {
    const { work, commit, clone } = await released()
    commit('digits-candidate')
    expect(await outcome(clone('shallow', '--depth', '1'))).toBe('commit-not-descendant')
    expect(await outcome(work)).toBe('pass 1.0.1')
  })

  test('a release is recorded as by who triggered the run, not by who had started it first', async () => {
    const { work, commit } = await released()
    const second = commit('digits-candidate')
    const actors = { GITHUB_ACTOR: 'dependabot[bot]', GITHUB_TRIGGERING_ACTOR: 'ada' }
    expect(await outcome(work, ofCi(second, actors))).toBe('pass 1.0.1')
    expect(git(work, 'show', `${ledgerBranch}:log/00/00/000003.json`)).toContain('"by":"ada"')
  })

  test('without a rollout, the latest release is what a candidate is compared with', async () => {
    const { work, commit, clone } = await released()
    commit('digits-regression')
    expect(await outcome(work)).toBe('fail')
    rmSync(path.join(work, '.airworthy', 'cache'), { recursive: true, force: true })
    expect(await outcome(clone('fresh'))).toBe('fail')
  })

  test('a model that a pull request wants to adopt is not taken in', async () => {
    const { remote, work, commit } = await released()
    copyFileSync(path.join(digits, 'digits-regression.onnx'), path.join(work, 'old.onnx'))
    const adopting = '{ git: ., remote: origin, adopt: { version: 9.0.0, model: old.onnx } }'
    commit('digits-1.0.0', pipelineText(adopting))
    await outcome(work, { ...ofCi(git(work, 'rev-parse', 'HEAD')), event: 'pull_request' })
    expect(entriesIn(remote)).toBe(2)
    // Nor afterwards: it is for a ledger that has no version of the model yet.
    expect(await outcome(work)).toBe('pass 1.0.0')
    expect(entriesIn(remote)).toBe(2)
  })

  test('what another job has released since is compared with, or nothing is released', async () => {
    const { remote, work, commit, clone } = await released('50%')
    const second = commit('digits-candidate')
    commit('digits-regression')
    const slow = clone('slow')
    expect(await outcome(slow, {}, { dryRun: true })).toBe('pass')
    git(work, 'checkout', '-q', second)
    expect(await outcome(work)).toBe('pass 1.0.1')
    expect(await outcome(slow, {}, { resume: true })).toBe('production-changed')
    expect(entriesIn(remote)).toBe(3)
  })

  test('a version that was gone back to is what counts, and the job of the newer one is not run again', async () => {
    const { work, commit } = await released('1%')
    const newer = commit('digits-regression')
    expect(await outcome(work)).toBe('pass 1.0.1')
    commit('digits-1.0.0')
    expect(await outcome(work)).toBe('pass 1.0.0')
    const world = await at(work)
    const { subject } = await plan(await load('airworthy.yml', world), world)
    expect(subject.production?.version).toBe('1.0.0')
    git(work, 'checkout', '-q', newer)
    expect(await outcome(work)).toBe('commit-not-descendant')
  })

  test('an override of a gate lets no old commit through besides', async () => {
    const { work, commit } = await released()
    const old = commit('digits-regression')
    const override = { by: 'Ada Lovelace', reason: 'a little larger is fine' }
    expect(await outcome(work, {}, { override })).toBe('pass 1.0.1')
    commit('digits-candidate')
    expect(await outcome(work)).toBe('pass 1.0.2')
    git(work, 'checkout', '-q', old)
    expect(await outcome(work, {}, { override })).toBe('commit-not-descendant')
  })

  test('a model that a step of the job has exchanged is not released as that of the commit', async () => {
    const { work, commit } = await released('50%')
    const second = commit('digits-regression')
    copyFileSync(path.join(digits, 'digits-candidate.onnx'), path.join(work, 'model.onnx'))
    expect(await outcome(work, { ...ofCi(second), ci: true })).toBe('candidate-differs')
    git(work, 'checkout', '-q', '--force', second)
    expect(await outcome(work, { ...ofCi(second), ci: true })).toBe('pass 1.0.1')
  })
})
