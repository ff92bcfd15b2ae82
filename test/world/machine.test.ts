import { expect, test } from 'vitest'
import { describeMachine, describeSystem, type SystemFiles } from '../../src/world/machine.ts'

/** A system that has these files. */
function system(files: Readonly<Record<string, string>>): SystemFiles {
  return {
    read: (path) => files[path],
    list: (folder) =>
      Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? (path.slice(folder.length + 1).split('/')[0] ?? []) : [],
      ),
  }
}

const cpufreq = '/sys/devices/system/cpu/cpufreq'
const dmi = '/sys/class/dmi/id'

test('a machine of its own', () => {
  const found = describeSystem(
    system({
      '/proc/self/cgroup': '0::/user.slice/session-2.scope',
      '/sys/fs/cgroup/user.slice/session-2.scope/memory.max': 'max',
      '/sys/fs/cgroup/user.slice/cpu.max': 'max 100000',
      [`${cpufreq}/policy0/scaling_governor`]: 'performance',
      [`${cpufreq}/policy1/scaling_governor`]: 'performance',
      [`${dmi}/sys_vendor`]: 'Dell Inc.',
      [`${dmi}/product_name`]: 'PowerEdge R650',
    }),
  )
  expect(found).toEqual({
    governor: 'performance',
    cpuQuota: undefined,
    memoryLimitBytes: undefined,
    host: 'Dell Inc. PowerEdge R650',
  })
})

test('a container, version 2: the tightest limit of those around it', () => {
  const found = describeSystem(
    system({
      '/proc/self/cgroup': '0::/kubepods/pod1/c1',
      '/sys/fs/cgroup/kubepods/pod1/c1/cpu.max': '150000 100000',
      '/sys/fs/cgroup/kubepods/pod1/cpu.max': '400000 100000',
      '/sys/fs/cgroup/kubepods/pod1/c1/memory.max': 'max',
      '/sys/fs/cgroup/kubepods/pod1/memory.max': '2147483648',
      [`${cpufreq}/policy0/scaling_governor`]: 'schedutil',
      [`${cpufreq}/policy4/scaling_governor`]: 'performance',
      '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu sse4_2 hypervisor avx2\n',
    }),
  )
  expect(found).toEqual({
    governor: 'performance, schedutil',
    cpuQuota: 1.5,
    memoryLimitBytes: 2 ** 31,
    host: 'a virtual machine',
  })
})

test('a container, version 1, which sees itself at the top', () => {
  const found = describeSystem(
    system({
      '/proc/self/cgroup': '6:cpu,cpuacct:/docker/1a\n4:memory:/docker/1a',
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '50000',
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': '536870912',
    }),
  )
  expect(found).toMatchObject({ cpuQuota: 0.5, memoryLimitBytes: 2 ** 29, governor: 'unknown', host: 'unknown' })
})

test('version 1 without limits', () => {
  const found = describeSystem(
    system({
      '/proc/self/cgroup': '6:cpu:/\n4:memory:/',
      '/sys/fs/cgroup/cpu/cpu.cfs_quota_us': '-1',
      '/sys/fs/cgroup/cpu/cpu.cfs_period_us': '100000',
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712',
    }),
  )
  expect([found.cpuQuota, found.memoryLimitBytes]).toEqual([undefined, undefined])
})

test('a system without such files, and this one', () => {
  expect(describeSystem(system({}))).toMatchObject({ governor: 'unknown', host: 'unknown' })
  const here = describeMachine('1.30.0')
  expect(here.cores).toBeGreaterThan(0)
  expect(here.governor).not.toBe('')
  expect(here.onnxruntime).toMatch(/^1\.\d+\.\d+/)
})
