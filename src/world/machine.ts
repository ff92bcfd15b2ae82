import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import type { Machine } from '../core/world.ts'

export function describeMachine(): Machine {
  const cpus = os.cpus()
  return {
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryBytes: os.totalmem(),
    platform: `${os.platform()}-${os.arch()}`,
    node: process.version,
    onnxruntime: runtimeVersion(),
  }
}

/** Read from its package file: loading the native library costs 30 ms that most commands need not pay. */
function runtimeVersion(): string {
  try {
    const entry = createRequire(import.meta.url).resolve('onnxruntime-node')
    const description = readFileSync(path.join(path.dirname(path.dirname(entry)), 'package.json'), 'utf8')
    return String((JSON.parse(description) as { version?: unknown }).version)
  } catch {
    return 'none'
  }
}
