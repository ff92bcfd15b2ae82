import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { airworthy, program } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { testReadme } from '../readme.ts'
import { bundle } from '../world.ts'

// Whole runs of the product, on real times and real traffic, for as long as they take a user.

testReadme(bundle, 'what measures')

test('what init writes runs as it is', async () => {
  const cwd = temporaryFolder()
  await mkdir(path.join(cwd, 'models'))
  await copyFile('pipelines/digits/digits-candidate.onnx', path.join(cwd, 'models/my digits.onnx'))
  await program('git', ['init', '--quiet', '-b', 'main', cwd])
  expect((await airworthy(['init', 'models/my digits.onnx'], { cwd })).code).toBe(0)
  const ran = await airworthy(['run', 'airworthy.yml'], { cwd })
  expect(ran.code, ran.out + ran.err).toBe(0)
  expect(ran.out).toMatch(/first release/i)
})

test('bench prints medians of fresh processes', async () => {
  const candidate = path.resolve('pipelines/digits/digits-candidate.onnx')
  const { code, out } = await airworthy(['bench', candidate, '--budget', '1s'], { cwd: temporaryFolder() })
  expect([code, out]).toEqual([0, expect.stringMatching(/p50 [\d.]+ [mµ]s .*runs in \d+ blocks/)])
})

test('compare measures, judges and keeps evidence that verifies', async () => {
  const cwd = temporaryFolder()
  const models = ['1.0.0', 'candidate'].map((name) => path.resolve(`pipelines/digits/digits-${name}.onnx`))
  const ran = await airworthy(['compare', ...models, '--batch', '32', '--budget', '8s', '--outputs-differ', '--json'], {
    cwd,
  })
  expect(ran.code, ran.out + ran.err).toBe(0)
  const { outcome, files } = JSON.parse(ran.out) as { outcome: string; files: { evidence: string } }
  expect(outcome).toBe('pass')
  expect((await airworthy(['verify', files.evidence], { cwd })).code).toBe(0)
})
