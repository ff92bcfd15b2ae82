import { execFileSync } from 'node:child_process'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { pipelineOf } from '../../src/pipeline/load.ts'
import { run } from '../../src/pipeline/run.ts'
import { parseShard, readShards } from '../../src/pipeline/shard-file.ts'
import { ciRunOf } from '../../src/world/ci-run.ts'
import { temporaryFolder } from '../folders.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

const digits = path.resolve('pipelines/digits')

/** Counts alone: no model runs. */
const pipeline = {
  pipeline: 'digits',
  model: { candidate: `${digits}/digits-candidate.onnx`, production: `${digits}/digits-1.0.0.onnx` },
  stages: { benchmark: {}, compare: { metrics: { size: { margin: '50%' } } }, gate: {} },
}

const onGitHub = (id: string, attempt = '1', repository = 'owner/repository'): World['ciRun'] =>
  ciRunOf({
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: id,
    GITHUB_RUN_ATTEMPT: attempt,
  })

/** What a job of a run leaves. */
async function measuredIn(ciRun: World['ciRun']): Promise<string> {
  const world = await testWorld({ ciRun })
  const report = await run(pipelineOf(pipeline, world.cwd, world), world, { shard: 'default' })
  expect(report.outcome, report.sentence).toBe('measured')
  return world.files.readText(report.files['shard'] ?? '')
}

/** Joins shards where actions/download-artifact put them, and gives the outcome, or the code that this is refused with. */
async function mergedIn(ciRun: World['ciRun'], ...shards: readonly string[]): Promise<string> {
  const world = await testWorld({ ciRun })
  for (const [at, shard] of shards.entries())
    await world.files.writeText(path.join(world.cwd, `shards/shard-${at}/shard.json`), shard)
  return merged(world)
}

async function merged(world: World, places: readonly string[] = ['shards']): Promise<string> {
  try {
    const merge = await readShards(places, world)
    return (await run(pipelineOf(pipeline, world.cwd, world), world, { merge })).outcome
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? String(thrown)
  }
}

function changed(shard: string, change: (value: ReturnType<typeof parseShard>) => object): string {
  const { file: _, ...value } = parseShard(shard, 'shard.json')
  return JSON.stringify({ ...value, ...change(parseShard(shard, 'shard.json')) })
}

describe('a shard is merged in the run that measured it', () => {
  test('also when failed jobs of that run are run again', async () => {
    const shard = await measuredIn(onGitHub('7'))
    expect(await mergedIn(onGitHub('7', '2'), shard)).toBe('pass')
  })

  test('and in no other run, nor in one of another repository', async () => {
    const shard = await measuredIn(onGitHub('7'))
    expect(await mergedIn(onGitHub('8'), shard)).toBe('shard-run-differs')
    expect(await mergedIn(onGitHub('7', '1', 'stranger/repository'), shard)).toBe('shard-run-differs')
    expect(await mergedIn(ciRunOf({ CI: 'true' }), shard)).toBe('shard-run-differs')
  })

  test('and never when no run measured it, as on the machine of a stranger', async () => {
    const shard = await measuredIn(undefined)
    expect(parseShard(shard, '').run).toBeUndefined()
    expect(await mergedIn(onGitHub('7'), shard)).toBe('shard-run-differs')
    const earlier = changed(shard, () => ({ schema: 'airworthy.shard/1' }))
    expect(await mergedIn(onGitHub('7'), earlier)).toBe('shard-run-differs')
    expect([await mergedIn(undefined, shard), await mergedIn(undefined, earlier)]).toEqual(['pass', 'pass'])
  })

  test('at a terminal, whatever run measured it', async () => {
    expect(await mergedIn(undefined, await measuredIn(onGitHub('7')))).toBe('pass')
  })

  test('on a CI system that names no runs, where none does', async () => {
    const unnamed = ciRunOf({ CI: 'true' })
    expect(await mergedIn(unnamed, await measuredIn(unnamed))).toBe('pass')
    const named = ciRunOf({ CI: 'true', AIRWORTHY_RUN_ID: '7' })
    expect(await mergedIn(named, await measuredIn(named))).toBe('pass')
    expect(await mergedIn(named, await measuredIn(unnamed))).toBe('shard-run-differs')
  })
})

test.each([
  ['GitLab', { GITLAB_CI: 'true', CI_PROJECT_PATH: 'group/project', CI_PIPELINE_ID: '1' }, 'CI_PIPELINE_ID'],
  ['Azure Pipelines', { TF_BUILD: 'True', SYSTEM_TEAMPROJECT: 'project', BUILD_BUILDID: '1' }, 'BUILD_BUILDID'],
  ['Jenkins', { JENKINS_URL: 'https://ci', JOB_NAME: 'job', BUILD_NUMBER: '1' }, 'BUILD_NUMBER'],
  ['Buildkite', { BUILDKITE: 'true', BUILDKITE_BUILD_ID: '1' }, 'BUILDKITE_BUILD_ID'],
  ['CircleCI', { CIRCLECI: 'true', CIRCLE_PIPELINE_ID: '1' }, 'CIRCLE_PIPELINE_ID'],
  ['Bitbucket', { BITBUCKET_REPO_FULL_NAME: 'a/b', BITBUCKET_BUILD_NUMBER: '1' }, 'BITBUCKET_BUILD_NUMBER'],
  ['one of its own', { AIRWORTHY_RUN_ID: '1' }, 'AIRWORTHY_RUN_ID'],
])('runs of %s are told from each other', (_, env, counter) => {
  const of = (number: string): string | undefined => ciRunOf({ CI: 'true', ...env, [counter]: number })?.id
  expect(of('1')).toMatch(/1$/)
  expect(of('2')).not.toBe(of('1'))
})

test('on GitHub a variable names no run', () => {
  const env = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '7', AIRWORTHY_RUN_ID: '8' }
  expect(ciRunOf(env)?.id).toContain('7')
})

describe('a shard that a commit brings is not merged', () => {
  /** A checkout whose commit holds a shard of the very run that merges it. */
  async function checkout(commit: (world: World, shard: string) => Promise<unknown>): Promise<World> {
    const ciRun = onGitHub('7')
    const shard = await measuredIn(ciRun)
    const world = await testWorld({ ciRun })
    await commit(world, shard)
    for (const args of [
      ['init', '-q'],
      ['add', '-A', '-f'],
    ])
      execFileSync('git', args, { cwd: world.cwd })
    return world
  }

  const written = (name: string) => (world: World, shard: string) =>
    world.files.writeText(path.join(world.cwd, name), shard)

  test.each(['shards/shard.json', 'shards/shard-default/shard.json', 'shards/[*]/shard.json', 'shards/ä/shard.json'])(
    'as %s',
    async (name) => {
      expect(await merged(await checkout(written(name)))).toBe('shard-tracked')
    },
  )

  test('under a name that is written otherwise', async () => {
    const world = await checkout(written('Shards/Shard.json'))
    const shard = await measuredIn(world.ciRun)
    await world.files.remove(path.join(world.cwd, 'Shards'))
    await written('shards/shard.json')(world, shard)
    expect(await merged(world)).toBe('shard-tracked')
  })

  test('where it is named itself, and where the job works in a folder of the checkout', async () => {
    const world = await checkout(written('mine.json'))
    expect(await merged(world, ['mine.json'])).toBe('shard-tracked')
    await mkdir(path.join(world.cwd, 'models'))
    const inside = await testWorld({ ciRun: world.ciRun, cwd: path.join(world.cwd, 'models') })
    expect(await merged(inside, ['../mine.json'])).toBe('shard-tracked')
  })

  test('through a link, to a file or of a folder', async () => {
    const toFile = await checkout(async (world, shard) => {
      await written('elsewhere/of-mine.json')(world, shard)
      await mkdir(path.join(world.cwd, 'shards'))
      await symlink('../elsewhere/of-mine.json', path.join(world.cwd, 'shards/shard.json'))
    })
    const ofFolder = await checkout(async (world, shard) => {
      await written('elsewhere/shard.json')(world, shard)
      await symlink('elsewhere', path.join(world.cwd, 'shards'))
    })
    expect([await merged(toFile), await merged(ofFolder)]).toEqual(['shard-wrong', 'shard-wrong'])
  })

  test('in a folder that looks like a repository, whose configuration starts no program', async () => {
    const world = await checkout(async (world, shard) => {
      execFileSync('git', ['init', '-q', '--bare', 'shards'], { cwd: world.cwd })
      await writeFile(path.join(world.cwd, 'run.sh'), '#!/bin/sh\ntouch it-ran\n', { mode: 0o755 })
      const config = `[core]\n\tbare = true\n\tfsmonitor = ${world.cwd}/run.sh\n`
      await writeFile(path.join(world.cwd, 'shards/config'), config)
      await written('shards/shard.json')(world, shard)
    })
    expect(await merged(world)).toBe('shard-tracked')
    expect(await world.files.list(world.cwd)).not.toContain('it-ran')
  })

  test('in a submodule, and in a work tree', async () => {
    const module = await checkout(written('shard.json'))
    git(module.cwd, 'commit', '-qm', 'one')
    const world = await testWorld({ ciRun: onGitHub('7') })
    git(world.cwd, 'init', '-q')
    git(world.cwd, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', module.cwd, 'shards')
    expect(await merged(world)).toBe('shard-tracked')
    const tree = path.join(temporaryFolder(), 'tree')
    git(module.cwd, 'worktree', 'add', '-q', tree)
    const inTree = await testWorld({ ciRun: onGitHub('7'), cwd: tree })
    expect(await merged(inTree, ['.'])).toBe('shard-tracked')
  })

  test('nor where git cannot say whether one did, or is asked about another repository', async () => {
    const world = await checkout(written('shards/shard.json'))
    vi.stubEnv('GIT_DIR', path.join((await checkout(async () => {})).cwd, '.git'))
    onTestFinished(() => void vi.unstubAllEnvs())
    expect(await merged(world)).toBe('shard-tracked')
    await writeFile(path.join(world.cwd, '.git/index'), 'damaged')
    expect(await merged(world)).toBe('shard-tracked')
  })

  test('while one that was downloaded into the checkout is, and at a terminal any', async () => {
    const world = await checkout(async () => {})
    await written('shards/shard-default/shard.json')(world, await measuredIn(world.ciRun))
    expect(await merged(world)).toBe('pass')
    // Its name is no pattern for others.
    const other = await checkout(written('shards-a/shard.json'))
    await written('shards-[a]/shard.json')(other, await measuredIn(other.ciRun))
    expect(await merged(other, ['shards-[a]'])).toBe('pass')
    const committed = await checkout(written('shards/shard.json'))
    expect(await merged(await testWorld({ cwd: committed.cwd }))).toBe('pass')
  })
})

test('a shard that is merged twice, of another pipeline, or of another version, is refused', async () => {
  const ciRun = onGitHub('7')
  const shard = await measuredIn(ciRun)
  expect(await mergedIn(ciRun, shard, shard)).toBe('shard-duplicate')
  const other = changed(shard, ({ pipeline }) => ({ pipeline: { ...pipeline, sha256: 'f'.repeat(64) } }))
  expect(await mergedIn(ciRun, other)).toBe('shard-pipeline-differs')
  expect(
    await mergedIn(
      ciRun,
      changed(shard, () => ({ version: '0.0.9' })),
    ),
  ).toBe('shard-version-differs')
})

test.each([-1, -0.5, -1e300, '1'])('a shard with a size that is none is refused: %s', async (size) => {
  const ciRun = onGitHub('7')
  const shard = await measuredIn(ciRun)
  const forged = changed(shard, ({ products: { measurements } }) => ({
    products: { measurements: { ...measurements, counts: { ...measurements.counts, candidate: { size } } } },
  }))
  expect(await mergedIn(ciRun, forged)).toBe('shard-wrong')
})
