import { z } from 'zod'
import type { Products } from '../core/products/index.ts'
import { defineStage, type StageKind } from '../core/stage.ts'

const settings = z.strictObject({
  variants: z
    .array(z.enum(['graph']))
    .min(1)
    .default(['graph'])
    .describe("Which variants of the candidate to make: `graph` is onnxruntime's own graph optimisation."),
  level: z
    .enum(['basic', 'extended'])
    .default('basic')
    .describe(
      '`basic` folds constants and fuses into standard operators, which run anywhere; `extended` uses operators of onnxruntime too.',
    ),
  tolerance: z
    .number()
    .nonnegative()
    .default(1e-4)
    .describe("How far a variant's outputs may be from the candidate's, as a part of the largest output value."),
})

export const optimize: StageKind = defineStage({
  kind: 'optimize',
  summary: 'Makes variants of the candidate that should be faster, and keeps one only when it answers the same.',
  effects: 'files',
  needs: ['subject'],
  gives: 'variants',
  reported: true,
  settings,
  example: '{ variants: [graph], level: basic }',
  estimateMs: (chosen) => 2000 * chosen.variants.length,
  async run({ settings: chosen, given: { subject }, tools }) {
    const { optimizeGraph } = await import('../optimize/graph.ts')
    const variants: Variant[] = []
    for (const kind of new Set(chosen.variants)) {
      tools.progress(`variant ${kind}`)
      if (kind === 'graph') variants.push(await optimizeGraph(subject.candidate, chosen, tools))
    }
    const kept = variants.find((variant) => variant.kept)
    const best = kept ?? { id: 'candidate', model: subject.candidate }
    return {
      product: { variants, chosen: { id: best.id, model: best.model } },
      summary: sentence(best.id, variants),
    }
  },
})

type Variant = Products['variants']['variants'][number]

function sentence(chosen: string, variants: readonly Variant[]): string {
  const goesOn = chosen === 'candidate' ? 'the candidate goes on as it came' : `variant ${chosen} goes on`
  return `${goesOn}: ${variants.map((variant) => `variant ${variant.id} ${variant.why}`).join('; ')}`
}
