import { z } from 'zod'
import type { ProviderOptions } from '../core/provider.ts'
import type { providers } from './index.ts'

/** Of CUDA's options the Node binding passes on the device alone; so it does of TensorRT's, and ORT_TENSORRT_* have no effect. */
const device = z.strictObject({
  device: z.int().min(0).optional().describe('Number of the GPU, as CUDA counts them; 0 when left out.'),
})

/**
 * The options a user may give each provider: strict, so that an unknown one is an error. They are checked where settings are
 * read, and apart from the providers, so that a process that only runs models does not load what checks them.
 */
export const providerOptions = {
  cpu: z.strictObject({}),
  wasm: z.strictObject({}),
  cuda: device,
  tensorrt: device,
  /** What the runtime really reads: others, such as powerPreference, are taken without a word and have no effect. */
  webgpu: z.strictObject({
    'preferred-layout': z.enum(['NCHW', 'NHWC']).optional().describe('Layout of images inside the graph.'),
    'validation-mode': z
      .enum(['disabled', 'wgpuOnly', 'basic', 'full'])
      .optional()
      .describe('How much of each call is checked; costs time.'),
    'force-cpu-nodes': z
      .array(z.string().min(1))
      .min(1)
      .optional()
      .describe('Names of nodes to run on the CPU; needs `allow-fallback`.'),
  }),
} satisfies Readonly<Record<keyof typeof providers, z.ZodType<ProviderOptions>>>
