import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { count, positive } from './numbers.ts'

/** What measurements on this machine depend on: part of the cache key of measuring stages. Read without starting a program. */
const machine = z.object({
  cpu: z.string(),
  cores: count,
  /** How the system chooses the clock of the processors: `performance`, `powersave`, …; 'unknown' where it does not say. */
  governor: z.string(),
  /** How many processors' time the container may use, where that is limited: 1.5 is one and a half. */
  cpuQuota: positive.optional(),
  memoryBytes: count,
  /** What the container may use of it, where that is limited. */
  memoryLimitBytes: count.optional(),
  platform: z.string(),
  /** Who made the machine and what it is called, such as `Amazon EC2 g4dn.xlarge`; 'unknown' where it does not say. */
  host: z.string(),
  node: z.string(),
  /** Version of onnxruntime-node, or 'none' where it neither is nor may be downloaded. */
  onnxruntime: z.string(),
})
export interface Machine extends TypeOf<typeof machine> {}

/** Two boards of one name and driver count as the same; the UUID is for people. */
const usedGpu = z.object({ name: z.string(), driver: z.string(), uuid: z.string() })
export interface UsedGpu extends TypeOf<typeof usedGpu> {}

/** The machine a measurement was made on. Contenders measured in different environments are never compared. */
export const environmentSchema = machine.extend({
  /** The GPUs that were used, by the providers that use one; undefined where none did. */
  gpus: z.array(usedGpu).optional(),
  /** The runtimes behind the providers that were used, where they were asked: `onnxruntime-web 1.30.0`. */
  runtimes: z.array(z.string()).optional(),
  fingerprint: z.string(),
})
export interface Environment extends TypeOf<typeof environmentSchema> {}
