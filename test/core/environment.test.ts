import { expect, test } from 'vitest'
import { environmentOf } from '../../src/core/environment.ts'
import type { Machine } from '../../src/core/world.ts'

const machine: Machine = {
  cpu: 'A',
  cores: 2,
  governor: 'performance',
  memoryBytes: 8 * 2 ** 30,
  platform: 'linux-x64',
  host: 'Amazon EC2 g4dn.xlarge',
  node: 'v20.19.0',
  onnxruntime: '1.30.0',
}
const gpu = { name: 'Tesla T4', driver: '535.183.01', uuid: 'GPU-1' }
const { fingerprint } = environmentOf(machine)

test.each([
  ['a page of memory less', { ...machine, memoryBytes: machine.memoryBytes - 4096 }],
  ['another host of the same kind', { ...machine, host: 'Amazon EC2 g4dn.2xlarge' }],
])('%s is the same environment', (_, other) => {
  expect(environmentOf(other).fingerprint).toBe(fingerprint)
})

test.each<[string, Partial<Machine>]>([
  ['processor', { cpu: 'B' }],
  ['number of cores', { cores: 4 }],
  ['governor', { governor: 'powersave' }],
  ['quota', { cpuQuota: 1.5 }],
  ['amount of memory', { memoryBytes: 16 * 2 ** 30 }],
  ['limit of memory', { memoryLimitBytes: 4 * 2 ** 30 }],
  ['platform', { platform: 'linux-arm64' }],
  ['Node.js', { node: 'v24.0.0' }],
  ['onnxruntime', { onnxruntime: '1.29.0' }],
])('another %s is another environment', (_, change) => {
  expect(environmentOf({ ...machine, ...change }).fingerprint).not.toBe(fingerprint)
})

test('a GPU that was used belongs to it, by name and driver', () => {
  const used = environmentOf(machine, { gpus: [gpu] })
  expect(used.gpus).toEqual([gpu])
  expect(used.fingerprint).not.toBe(fingerprint)
  expect(environmentOf(machine, { gpus: [{ ...gpu, uuid: 'GPU-2' }] }).fingerprint).toBe(used.fingerprint)
  for (const change of [{ name: 'NVIDIA L4' }, { driver: '550.163.01' }])
    expect(environmentOf(machine, { gpus: [{ ...gpu, ...change }] }).fingerprint).not.toBe(used.fingerprint)
})

test('the runtimes that were used belong to it, in whatever order', () => {
  const runtimes = ['onnxruntime-node 1.30.0', 'onnxruntime-web 1.30.0']
  const used = environmentOf(machine, { runtimes })
  expect(used.runtimes).toEqual(runtimes)
  expect(environmentOf(machine, { runtimes: runtimes.toReversed() }).fingerprint).toBe(used.fingerprint)
  expect(environmentOf(machine, { runtimes: ['onnxruntime-web 1.29.0'] }).fingerprint).not.toBe(used.fingerprint)
})

test('nothing stands in it that was not used', () => {
  expect(Object.keys(environmentOf(machine)).sort()).toEqual([...Object.keys(machine), 'fingerprint'].sort())
})
