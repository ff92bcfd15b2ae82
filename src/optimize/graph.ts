import path from 'node:path'
import { z } from 'zod'
import { defineVariant, type VariantKind, type VariantTools } from '../core/variant.ts'
import type { Opened } from '../measure/protocol.ts'

const settings = z.strictObject({
  level: z
    .enum(['basic', 'extended'])
    .default('basic')
    .describe(
      '`basic` folds constants and fuses into standard operators, which run anywhere; `extended` uses operators of onnxruntime too.',
    ),
})

type Level = z.output<typeof settings>['level']

/**
 * The candidate as onnxruntime rewrites it before it runs it. Levels beyond `extended` are never used: they bake in kernels of
 * the machine they were made on.
 */
export const graph: VariantKind = defineVariant({
  name: 'graph',
  summary: "onnxruntime's own graph optimisation",
  settings,
  example: '{ variants: [graph], level: basic }',
  saves: 'nodes',
  deterministic: true,
  async make({ level }, { artifact, path: original }, tools) {
    const written = path.join(tools.scratch, `${path.basename(artifact.name, '.onnx')}.${level}.onnx`)
    await writeOptimized(original, written, level, tools)
    // Loaded when a variant is made: checking a pipeline needs none of it.
    const { bringWeights } = await import('./weights.ts')
    await bringWeights(written, original, tools.files)
    return {
      path: written,
      how: `onnxruntime graph optimisation, level ${level}`,
      // At this level it has operators of its own among the standard ones of any version: LayerNormalization in opset 9.
      runtimeOperators: level === 'extended',
    }
  },
})

async function writeOptimized(original: string, written: string, level: Level, tools: VariantTools): Promise<void> {
  const worker = await tools.worker()
  try {
    const request = { do: 'open', model: original, provider: 'cpu', threads: 1, optimization: level }
    await worker.ask<Opened>({ ...request, optimizedPath: written })
  } finally {
    await worker.close()
  }
}
