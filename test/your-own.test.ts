import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Tensor } from '../src/core/tensor.ts'
import { readNpz } from '../src/data/npz.ts'
import { load } from '../src/pipeline/load.ts'
import { run } from '../src/pipeline/run.ts'
import { verifyEvidence } from '../src/verdicts/evidence/index.ts'
import { testWorld } from './world.ts'

const page = await readFile('docs/your-own.md', 'utf8')
const blocks = (language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text]) => text ?? '')

test('the examples of docs/your-own.md run as they stand', async () => {
  const world = await testWorld()
  const at = (name: string): string => path.join(world.cwd, name)
  for (const text of blocks('js')) await world.files.writeText(at(/^\/\/ ([\w-]+\.mjs)/.exec(text)?.[1] ?? ''), text)
  await world.files.writeText(at('p.yml'), blocks('yaml')[0] ?? '')
  await world.files.copy(path.resolve('pipelines/digits/digits-1.0.0.onnx'), at('production.onnx'))
  await world.files.copy(path.resolve('pipelines/digits/digits-candidate.onnx'), at('candidate.onnx'))
  const arrays = readNpz(await readFile('pipelines/digits/test.npz'))
  const some = 500
  const pixels = (arrays['images'] as Tensor).data.slice(0, some * 28 * 28) as Uint8Array
  const labels = Uint8Array.from((arrays['labels'] as Tensor).data.slice(0, some) as Uint8Array, Number)
  await world.files.write(at('digits.raw'), Buffer.concat([pixels, labels]))
  const report = await run(await load('p.yml', world), world)
  expect(report.stages.flatMap((stage) => stage.problems)).toEqual([])
  expect(report.comparison?.rows.map(({ metric }) => metric)).toEqual([
    'accuracy',
    'accuracy[round=yes]',
    'score-of-label',
    'kappa',
  ])
  expect(report.measurements?.quality?.custom['score-of-label']?.['candidate']).toHaveLength(some)
  expect(report.measurements?.quality?.corpus?.['kappa']?.['candidate']?.resampled).toHaveLength(4000)
  expect(report.outcome).toBe('pass')
  const evidence: unknown = JSON.parse(await readFile(report.files['evidence'] ?? '', 'utf8'))
  expect(verifyEvidence(evidence)).toMatchObject({ same: true, differences: [] })

  const stranger = { ...world, trust: { level: 'untrusted', why: 'the pull request comes from a fork' } } as const
  await expect(run(await load('p.yml', stranger), stranger)).rejects.toMatchObject({ code: 'untrusted-code' })
})
