import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { assignEvent, create, recorded, releaseEvent } from '../contracts/ledger.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

/** Refs of ours: the branch, where git notes it of a remote, and tags that show entries. */
const ours = /refs\/(?:heads|remotes\/origin)\/airworthy\/ledger$|refs\/tags\/digits(?:@v1\.\d\.0|#production#\d)$/

function othersIn(repository: string): readonly string[] {
  const refs = git(repository, 'for-each-ref', '--format=%(objectname) %(refname)').split('\n')
  return refs.filter((line) => !ours.test(line))
}

/** A remote with a ledger and a clone of it, which differ in all kinds of refs of the user's. */
async function shared() {
  const world = await testWorld()
  const [remote, theirs, work] = ['remote.git', 'theirs', 'work'].map((name) => path.join(world.cwd, name)) as [
    string,
    string,
    string,
  ]
  git(world.cwd, 'init', '-q', '--bare', remote)
  git(world.cwd, 'clone', '-q', remote, theirs)
  git(theirs, 'commit', '-q', '--allow-empty', '-m', 'one')
  for (const tag of ['v1', 'latest']) git(theirs, 'tag', tag)
  git(theirs, 'tag', '-a', '-m', 'by hand', 'digits#staging#7')
  git(theirs, 'push', '-q', 'origin', 'HEAD:main', 'HEAD:goes', '--tags')
  const ledger = await create(await openGitLedger({ repository: theirs, remote: 'origin' }, world))
  git(world.cwd, 'clone', '-q', remote, work)
  await ledger.append('a', releaseEvent('1.0.0'))
  // What has changed at the remote since.
  git(theirs, 'commit', '-q', '--allow-empty', '-m', 'two')
  for (const tag of ['v1', 'latest', 'digits#staging#7']) git(theirs, 'tag', '-f', '-a', '-m', 'moved', tag)
  git(theirs, 'tag', '-a', '-m', 'theirs', 'other@v1.0.0')
  git(theirs, 'tag', '-a', '-m', 'theirs, of our model', 'digits@v0.1.0')
  git(theirs, 'push', '-q', '--force', 'origin', 'HEAD:main', ':goes', '--tags')
  // What is here alone: annotated, on what is pushed, as `--follow-tags` takes it.
  git(work, 'fetch', '-q', 'origin', 'airworthy/ledger:airworthy/ledger')
  for (const tag of ['private', 'digits@v9.9.9-mine']) git(work, 'tag', '-a', '-m', 'mine', tag, 'airworthy/ledger')
  git(work, 'branch', 'topic')
  return { world, remote, work }
}

const tables: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'nothing at all': [],
  pruning: [
    ['fetch.prune', 'true'],
    ['fetch.pruneTags', 'true'],
    ['remote.origin.prune', 'true'],
    ['remote.origin.pruneTags', 'true'],
  ],
  'a mirror': [
    ['remote.origin.mirror', 'true'],
    ['remote.origin.fetch', '+refs/*:refs/*'],
    ['remote.origin.prune', 'true'],
  ],
  'what goes with a push': [
    ['push.followTags', 'true'],
    ['push.gpgSign', 'true'],
    ['push.pushOption', 'ci.skip'],
    ['push.recurseSubmodules', 'on-demand'],
    ['push.useForceIfIncludes', 'true'],
    ['push.negotiate', 'true'],
  ],
  'what goes with a fetch': [
    ['remote.origin.tagOpt', '--tags'],
    ['remote.origin.promisor', 'true'],
    ['remote.origin.partialclonefilter', 'blob:none'],
    ['fetch.recurseSubmodules', 'true'],
    ['submodule.recurse', 'true'],
    ['fetch.writeCommitGraph', 'true'],
    ['transfer.fsckObjects', 'true'],
  ],
  'housekeeping, logs and colours': [
    ['maintenance.auto', 'true'],
    ['gc.auto', '1'],
    ['transfer.unpackLimit', '1'],
    ['core.logAllRefUpdates', 'always'],
    ['color.ui', 'always'],
    ['log.showSignature', 'true'],
  ],
}

it.each(Object.entries(tables))('leaves the refs of the user alone with %s configured', async (_, settings) => {
  const { world, remote, work } = await shared()
  for (const [name, value] of settings) git(work, 'config', '--add', name, value)
  const before = [othersIn(work), othersIn(remote)]
  const all = git(work, 'for-each-ref')
  const looked = await openGitLedger({ repository: work, remote: 'origin', purpose: 'look' }, world)
  expect((await recorded(looked)).map(({ key }) => key)).toEqual(['a'])
  expect(git(work, 'for-each-ref')).toBe(all)
  const ledger = await openGitLedger({ repository: work, remote: 'origin' }, world)
  await ledger.append('b', releaseEvent('1.1.0'))
  await ledger.append('c', assignEvent('1.1.0'))
  expect([othersIn(work), othersIn(remote)]).toEqual(before)
  for (const repository of [work, remote])
    expect(git(repository, 'tag', '--list', 'digits@v1*', 'digits#production*').split('\n')).toEqual([
      // It counts on from the tags of others.
      'digits#production#8',
      'digits@v1.0.0',
      'digits@v1.1.0',
    ])
  const clone = path.join(world.cwd, 'clone')
  git(world.cwd, 'clone', '-q', remote, clone)
  expect(await recorded(await openGitLedger({ repository: clone, remote: 'origin' }, world))).toHaveLength(3)
})

it('fetches no tags but those of models of the ledger, however many there are', async () => {
  const { world, remote, work } = await shared()
  const tree = git(remote, 'rev-parse', 'main^{tree}')
  const lines = Array.from({ length: 500 }, (_, at) => `other/model-${at}@v1.0.0`).flatMap((name, at) => [
    `tag ${name}\nfrom refs/heads/foreign\ntagger x <x@y> ${at} +0000\ndata 0\n`,
  ])
  const commit = `commit refs/heads/foreign\ncommitter x <x@y> 0 +0000\ndata 0\nM 040000 ${tree} \n\n`
  execFileSync('git', ['fast-import', '--quiet'], { cwd: remote, input: commit + lines.join('') })
  const ledger = await openGitLedger({ repository: work, remote: 'origin', purpose: 'look' }, world)
  expect(await recorded(ledger)).toHaveLength(1)
  const input = git(remote, 'for-each-ref', '--format=%(objectname)', 'refs/tags/other')
  const brought = execFileSync('git', ['cat-file', '--batch-check'], { cwd: work, input, encoding: 'utf8' })
  expect(brought.match(/ missing$/gm)).toHaveLength(500)
  expect(git(work, 'cat-file', '-t', git(remote, 'rev-parse', 'digits#staging#7'))).toBe('tag')
})
