import { readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import { cgroupFolders } from '../core/cgroup.ts'
import type { Machine } from '../core/world.ts'

/** Looks at the files of the system: the text of one, the names in a folder; undefined where there is none. */
export interface SystemFiles {
  read(path: string): string | undefined
  list(folder: string): readonly string[] | undefined
}

/** `onnxruntime` is the version of the runtime. */
export function describeMachine(onnxruntime: string, files: SystemFiles = systemFiles): Machine {
  const cpus = os.cpus()
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryBytes: os.totalmem(),
    platform: `${os.platform()}-${os.arch()}`,
    node: process.version,
    onnxruntime,
    ...describeSystem(files),
  }
}

/** What Linux alone tells of itself. */
export function describeSystem(
  files: SystemFiles,
): Pick<Machine, 'governor' | 'cpuQuota' | 'memoryLimitBytes' | 'host'> {
  const cgroup = files.read('/proc/self/cgroup') ?? ''
  const least = (controller: 'cpu' | 'memory', limit: (folder: string) => number | undefined): number | undefined => {
    const limits = cgroupFolders(cgroup, controller).flatMap((each) => limit(each) ?? [])
    return limits.length === 0 ? undefined : Math.min(...limits)
  }
  return {
    governor: governorOf(files),
    cpuQuota: least('cpu', (each) => quotaOf(each, files)),
    memoryLimitBytes: least('memory', (each) => memoryLimitOf(each, files)),
    host: hostOf(files),
  }
}

/** All there are, when they differ. */
function governorOf({ read, list }: SystemFiles): string {
  const policies = '/sys/devices/system/cpu/cpufreq'
  const governors = (list(policies) ?? []).flatMap((policy) => read(`${policies}/${policy}/scaling_governor`) ?? [])
  return [...new Set(governors)].sort().join(', ') || 'unknown'
}

/** Version 2 keeps `150000 100000` or `max 100000`, microseconds of each period; version 1 two files, -1 for no limit. */
function quotaOf(folder: string, { read }: SystemFiles): number | undefined {
  const [quota, period] = read(`${folder}/cpu.max`)?.split(' ') ?? [
    read(`${folder}/cpu.cfs_quota_us`),
    read(`${folder}/cpu.cfs_period_us`),
  ]
  const share = Number(quota) / Number(period)
  return share > 0 && Number.isFinite(share) ? share : undefined
}

/** Version 1 says "no limit" with the largest multiple of a page: far more than there is. */
function memoryLimitOf(folder: string, { read }: SystemFiles): number | undefined {
  const bytes = Number(read(`${folder}/memory.max`) ?? read(`${folder}/memory.limit_in_bytes`))
  return bytes > 0 && bytes < 2 ** 60 ? bytes : undefined
}

function hostOf({ read }: SystemFiles): string {
  const dmi = '/sys/class/dmi/id'
  const maker = [read(`${dmi}/sys_vendor`), read(`${dmi}/product_name`)].filter((each) => each !== undefined).join(' ')
  if (maker !== '') return maker
  return /^flags\s*:.*\bhypervisor\b/m.test(read('/proc/cpuinfo') ?? '') ? 'a virtual machine' : 'unknown'
}

const systemFiles: SystemFiles = {
  read: (file) => attempt(() => readFileSync(file, 'utf8').trim()),
  list: (folder) => attempt(() => readdirSync(folder)),
}

function attempt<Result>(look: () => Result): Result | undefined {
  try {
    return look()
  } catch {
    return undefined
  }
}
