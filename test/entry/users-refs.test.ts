import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { airworthyIn } from '../command-line.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

const pipelineText = `pipeline: digits
model: { candidate: m.onnx, production: m.onnx }
registry: { git: ., remote: origin }
stages:
  benchmark: { scenarios: [{ provider: cpu }], budget: 1s }
  compare: { metrics: { size: { margin: 5% } } }
  gate: {}
  release: {}
`

/** Each of them made, moved or deleted refs that are the user's. */
const settings: readonly (readonly [string, string])[] = [
  ['fetch.prune', 'true'],
  ['fetch.pruneTags', 'true'],
  ['remote.origin.prune', 'true'],
  ['remote.origin.tagOpt', '--tags'],
  ['remote.origin.mirror', 'true'],
  ['push.followTags', 'true'],
  ['push.gpgSign', 'true'],
]

test('plan, run and ledger verify leave the refs of the user alone, here and at the remote', async () => {
  const world = await testWorld()
  const { cwd } = world
  const remote = path.join(cwd, 'remote.git')
  git(cwd, 'init', '-q')
  git(cwd, 'init', '-q', '--bare', remote)
  git(cwd, 'remote', 'add', 'origin', remote)
  copyFileSync(path.resolve('pipelines/digits/digits-1.0.0.onnx'), path.join(cwd, 'm.onnx'))
  writeFileSync(path.join(cwd, 'airworthy.yml'), pipelineText)
  git(cwd, 'add', 'airworthy.yml', 'm.onnx')
  git(cwd, 'commit', '-q', '-m', 'one')
  git(cwd, 'tag', 'latest')
  git(cwd, 'push', '-q', 'origin', 'HEAD:main', 'HEAD:gone', 'latest')
  git(cwd, 'fetch', '-q', 'origin')
  git(cwd, 'tag', '-a', '-m', 'mine', 'mine')
  git(remote, 'branch', '-D', 'gone')
  git(remote, 'tag', '-f', '-a', '-m', 'moved', 'latest', 'main')
  for (const [name, value] of settings) git(cwd, 'config', name, value)
  const run = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await airworthyIn(world, args)
    expect(code, out + err).toBe(0)
    return git(cwd, 'for-each-ref')
  }
  expect((await airworthyIn(world, ['registry', 'init'])).code).toBe(0)
  const before = [git(cwd, 'for-each-ref'), git(remote, 'for-each-ref')]
  expect(await run('plan', 'airworthy.yml')).toBe(before[0])
  expect(await run('ledger', 'verify')).toBe(before[0])
  await run('run', 'airworthy.yml')
  const without = (refs: string): string =>
    refs
      .split('\n')
      .filter((line) => !/\/airworthy\/ledger$|refs\/tags\/digits@v1\.0\.0$/.test(line))
      .join('\n')
  expect([git(cwd, 'for-each-ref'), git(remote, 'for-each-ref')].map(without)).toEqual(before.map(without))
  const after = git(cwd, 'for-each-ref')
  expect(after).toContain('refs/tags/digits@v1.0.0')
  expect(git(remote, 'for-each-ref')).toContain('refs/tags/digits@v1.0.0')
  expect(await run('ledger', 'verify')).toBe(after)
})
