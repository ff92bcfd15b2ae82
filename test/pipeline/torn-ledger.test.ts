import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { load } from '../../src/pipeline/load.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { createRegistry } from '../../src/pipeline/registry.ts'
import { run } from '../../src/pipeline/run.ts'
import { digits, put } from '../attacks/stranger.ts'
import { testWorld } from '../world.ts'

const text = `pipeline: digits
model: { candidate: new.onnx, production: registry }
registry: { file: ledger.jsonl, adopt: { version: 1.0.0, model: old.onnx } }
stages:
  benchmark: {}
  compare: { metrics: { size: { margin: 5% } } }
  gate: { require: [size] }
  release: {}
`

/** The `doc_string` of a model: another file, the same model. */
function candidate(words: string): Buffer {
  return Buffer.concat([digits('digits-candidate'), Buffer.from([0x32, words.length]), Buffer.from(words)])
}

async function releasedThenCut(): Promise<World> {
  const world = await testWorld()
  put(world.cwd, { 'new.onnx': candidate('a'), 'old.onnx': digits('digits-1.0.0'), 'airworthy.yml': text })
  const pipeline = await load('airworthy.yml', world)
  await createRegistry(pipeline, world)
  expect((await run(pipeline, world)).release).toMatchObject({ version: '1.0.1' })
  const ledger = path.join(world.cwd, 'ledger.jsonl')
  writeFileSync(ledger, readFileSync(ledger).subarray(0, -2))
  return world
}

const remark = {
  code: 'ledger-remark',
  message: expect.stringMatching(/^In the ledger file .*"name":"new\.onnx"/),
  remedy: '`airworthy ledger verify airworthy.yml` says it again until it is put right.',
}

test('the version of a release that was cut off a ledger goes to no other file, and plans and reports say so', async () => {
  const world = await releasedThenCut()
  put(world.cwd, { 'new.onnx': candidate('b') })
  const pipeline = await load('airworthy.yml', world)
  expect((await plan(pipeline, world)).warnings).toMatchObject([remark])
  const report = await run(pipeline, world)
  expect(report.release).toMatchObject({ version: '1.0.2' })
  expect(report.stages[0]?.warnings).toMatchObject([remark])
})

test('the same file is released again under the version that was cut off', async () => {
  const world = await releasedThenCut()
  const report = await run(await load('airworthy.yml', world), world)
  expect(report.release).toMatchObject({ version: '1.0.1' })
})
