import { mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { airworthy } from '../command-line.ts'
import { temporaryFolder } from '../folders.ts'

test('running a model tells nobody of it, and leaves nothing in the temporary folder and the home', async () => {
  const [temporary, home] = ['temporary', 'home'].map((name) => path.join(temporaryFolder(), name)) as [string, string]
  for (const folder of [temporary, home]) mkdirSync(folder)
  // Outside of CI, where onnxruntime would report.
  const env = { CI: '', TMPDIR: temporary, HOME: home, ORT_DISABLE_TELEMETRY: '' }
  const model = path.resolve('pipelines/digits/digits-candidate.onnx')
  const { code, out } = await airworthy(['validate', model], { cwd: temporaryFolder(), env })
  expect(code, out).toBe(0)
  expect([...readdirSync(temporary), ...readdirSync(home)]).toEqual([])
})
