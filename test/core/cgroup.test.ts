import { expect, test } from 'vitest'
import { cgroupFolders } from '../../src/core/cgroup.ts'

test('version 2: one tree', () => {
  const text = '0::/system.slice/docker-1a.scope\n'
  const folders = ['/sys/fs/cgroup/system.slice/docker-1a.scope', '/sys/fs/cgroup/system.slice', '/sys/fs/cgroup']
  expect(cgroupFolders(text, 'cpu')).toEqual(folders)
  expect(cgroupFolders(text, 'memory')).toEqual(folders)
  expect(cgroupFolders('0::/\n', 'cpu')).toEqual(['/sys/fs/cgroup'])
})

test('version 1: a tree for each controller, beside an empty one of version 2', () => {
  const text = '5:cpuacct,cpu:/docker/1a\n4:memory:/docker/1a/b\n3:cpuset:/\n0::/\n'
  expect(cgroupFolders(text, 'cpu')).toEqual([
    '/sys/fs/cgroup/cpu/docker/1a',
    '/sys/fs/cgroup/cpu/docker',
    '/sys/fs/cgroup/cpu',
    '/sys/fs/cgroup',
  ])
  expect(cgroupFolders(text, 'memory')[0]).toBe('/sys/fs/cgroup/memory/docker/1a/b')
})

test('where there are none', () => {
  expect(cgroupFolders('', 'cpu')).toEqual([])
})
