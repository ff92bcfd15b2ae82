import path from 'node:path'
import { expect, test } from 'vitest'
import { metricOf } from '../../src/entry/cli/compare.ts'
import { airworthyIn } from '../command-line.ts'
import { testWorld } from '../world.ts'

test.each([
  ['size', 'size', {}],
  ['latency.p50=3%', 'latency.p50', { margin: '3%' }],
  ['throughput[p50<1s]=90%', 'throughput[p50<1s]', { margin: '90%' }],
  ['throughput[p99<=20ms]', 'throughput[p99<=20ms]', {}],
  ['accuracy[site=a]=0.5pp', 'accuracy[site=a]', { margin: '0.5pp' }],
])('--metric %s keeps what stands in brackets', (pair, name, settings) => {
  expect(metricOf(pair)).toEqual([name, settings])
})

const models = ['digits-1.0.0.onnx', 'digits-candidate.onnx'].map((name) => path.resolve('pipelines/digits', name))

test.each([
  [
    '--metric size=500%',
    ['--metric', 'size=1%', '--metric', 'size=500%'],
    'each metric once, and size is named before',
  ],
  ['--metric size', ['--metric', 'size=1%', 'latency.p50', 'size'], 'each metric once'],
  [
    'error[pipeline-wrong-value]: --metric accuracy: expected',
    ['--metric', 'accuracy=5ms', '--label', 'labels', '--data', 'x.npz'],
    'percentage points',
  ],
  ['--metric f1:', ['--metric', 'f1=2', '--label', 'labels', '--data', 'x.npz'], 'below 100 pp'],
  ['--metric size:', ['--metric', 'size=10s'], 'a size such as 1MiB'],
  ['--budget:', ['--budget', '5x'], 'a duration such as'],
  ['--provider:', ['--provider', 'gpu'], 'one of cpu, cuda'],
  ['--batch:', ['--batch', '0'], '>=1'],
  ['--shape x:', ['--shape', 'x=0'], '>=1'],
])('%s is refused before anything is measured', async (argument, args, expected) => {
  const { code, out, err } = await airworthyIn(await testWorld(), ['compare', ...models, ...args])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(argument)
  expect(err).toContain(expected)
})
