import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import type { Artifact } from '../../src/core/products/index.ts'
import { load } from '../../src/pipeline/load.ts'
import { createRegistry } from '../../src/pipeline/registry.ts'
import { run } from '../../src/pipeline/run.ts'
import { findBytes } from '../../src/registry/index.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

const random = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 7 + ((at * at) >> 3)) & 255)

const artifactOf = (name: string, bytes: Uint8Array): Artifact => ({ sha256: sha256(bytes), bytes: bytes.length, name })

/** A checkout whose history has had these files, one commit each; nothing of them lies there any more. */
async function history(files: Readonly<Record<string, Uint8Array>>) {
  const world = await testWorld()
  git(world.cwd, 'init', '-q')
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(path.join(world.cwd, name), content)
    git(world.cwd, 'add', '.')
    git(world.cwd, 'commit', '-q', '-m', name)
    git(world.cwd, 'rm', '-q', name)
    git(world.cwd, 'commit', '-q', '-m', `without ${name}`)
  }
  const to = path.join(world.cwd, 'found')
  const find = (artifact: Artifact, folder = world.cwd) => findBytes(artifact, folder, to, world)
  return { world, to, find }
}

test('a file of any commit is found by its digest, among others of its size', async () => {
  const [wanted, other] = [random(5000, 1), random(5000, 2)]
  const { find, world } = await history({ 'other.onnx': other, 'old.onnx': wanted })
  mkdirSync(path.join(world.cwd, 'models'))
  const found = await find(artifactOf('model.onnx', wanted), path.join(world.cwd, 'models'))
  expect(path.basename(found ?? '')).toBe('model.onnx')
  expect(Uint8Array.from(readFileSync(found ?? ''))).toEqual(wanted)
  expect(await find(artifactOf('model.onnx', random(5000, 3)))).toBeUndefined()
})

test('so is what Git LFS keeps, and a model with its weights, or nothing of it', async () => {
  const [model, weights] = [random(900, 4), random(70_000, 5)]
  const { find, world, to } = await history({ 'm.onnx': model })
  const members = [artifactOf('m.onnx', model), artifactOf('m.data', weights)]
  const whole = { sha256: 'a'.repeat(64), bytes: 70_900, name: 'm.onnx', files: members }
  expect(await find(whole)).toBeUndefined()
  const { sha256: digest } = artifactOf('m.data', weights)
  const kept = path.join(world.cwd, '.git/lfs/objects', digest.slice(0, 2), digest.slice(2, 4))
  mkdirSync(kept, { recursive: true })
  writeFileSync(path.join(kept, digest), weights)
  expect(await find(whole)).toBe(path.join(to, 'm.onnx'))
  expect(Uint8Array.from(readFileSync(path.join(to, 'm.data')))).toEqual(weights)
})

test('nothing is written into a work tree that the configuration or the environment names', async () => {
  const [wanted, other] = [random(5000, 1), random(5000, 2)]
  const { find, world } = await history({ 'other.onnx': other, 'old.onnx': wanted })
  const before = readdirSync(world.cwd)
  execFileSync('git', ['config', 'core.worktree', world.cwd], { cwd: world.cwd })
  expect(Uint8Array.from(readFileSync((await find(artifactOf('m.onnx', wanted))) ?? ''))).toEqual(wanted)
  execFileSync('git', ['config', '--unset', 'core.worktree'], { cwd: world.cwd })
  vi.stubEnv('GIT_WORK_TREE', world.cwd)
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(Uint8Array.from(readFileSync((await find(artifactOf('n.onnx', wanted))) ?? ''))).toEqual(wanted)
  expect(readdirSync(world.cwd).filter((name) => name !== 'found')).toEqual(before)
  expect(readdirSync(path.join(world.cwd, 'found')).sort()).toEqual(['m.onnx', 'n.onnx'])
})

test('names that lead elsewhere, and folders without a repository, give nothing', async () => {
  const bytes = random(100, 6)
  const { find, world } = await history({ 'm.onnx': bytes })
  expect(await find({ ...artifactOf('../m.onnx', bytes) })).toBeUndefined()
  rmSync(path.join(world.cwd, '.git'), { recursive: true })
  expect(await find(artifactOf('m.onnx', bytes))).toBeUndefined()
})

test('a second release from a clone that has kept nothing is compared with the first', async () => {
  const world = await testWorld()
  const released = async (model: string) => {
    copyFileSync(path.resolve('pipelines/digits', `${model}.onnx`), path.join(world.cwd, 'model.onnx'))
    git(world.cwd, 'add', 'model.onnx', 'airworthy.yml')
    git(world.cwd, 'commit', '-q', '-m', model)
    const { outcome, comparison } = await run(await load('airworthy.yml', world), world)
    return [outcome, ...(comparison?.rows ?? []).map(({ production, candidate }) => `${production} → ${candidate}`)]
  }
  git(world.cwd, 'init', '-q')
  const text =
    'pipeline: digits\nmodel: { candidate: model.onnx }\nstages: { benchmark: {}, compare: { metrics: { size: {} } }, gate: {}, release: {} }\n'
  writeFileSync(path.join(world.cwd, 'airworthy.yml'), text)
  await createRegistry(await load('airworthy.yml', world), world)
  expect(await released('digits-1.0.0')).toEqual(['pass'])
  rmSync(path.join(world.cwd, '.airworthy'), { recursive: true })
  expect(await released('digits-candidate')).toEqual(['pass', '713143 → 229784'])
})
