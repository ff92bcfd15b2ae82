import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { resolveRuntime } from '../core/runtime.ts'
import type { Machine } from '../core/world.ts'

/** `folder` is where the user works. */
export function describeMachine(folder: string): Machine {
  const cpus = os.cpus()
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryBytes: os.totalmem(),
    platform: `${os.platform()}-${os.arch()}`,
    node: process.version,
    onnxruntime: runtimeVersion(folder),
  }
}

/** Read from its package file: loading the native library costs 30 ms that most commands need not pay. */
function runtimeVersion(folder: string): string {
  try {
    const entry = resolveRuntime(folder)
    const description = readFileSync(path.join(path.dirname(path.dirname(entry)), 'package.json'), 'utf8')
    return String((JSON.parse(description) as { version?: unknown }).version)
  } catch {
    return 'none'
  }
}
