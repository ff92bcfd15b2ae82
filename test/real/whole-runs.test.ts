import { copyFile, cp, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { airworthy, program } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'
import { testReadme } from '../readme.ts'
import { bundle } from '../world.ts'

// Whole runs of the product, on real times and real traffic, for as long as they take a user.

testReadme(bundle, 'what measures')

test('a whole quickstart tells nobody of it, and leaves nothing in the temporary folder and the home', async () => {
  const [cwd, temporary, home] = ['work', 'temporary', 'home'].map((name) => path.join(temporaryFolder(), name)) as [
    string,
    string,
    string,
  ]
  for (const folder of [temporary, home]) await mkdir(folder)
  await cp('pipelines', cwd, { recursive: true, filter: (file) => !file.includes('.airworthy') })
  // Outside of CI, where onnxruntime would report.
  const env = {
    CI: '',
    TMPDIR: temporary,
    HOME: home,
    ORT_DISABLE_TELEMETRY: '',
    XDG_CACHE_HOME: '',
    XDG_STATE_HOME: '',
  }
  const ran = await airworthy(['run', 'quickstart.yml'], { cwd, env })
  expect(ran.code, ran.out + ran.err).toBe(0)
  expect([...(await readdir(temporary)), ...(await readdir(home))]).toEqual([])
})

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
