import { z } from 'zod'
import type { Products } from '../core/products/index.ts'
import { defineStage, type StageKind } from '../core/stage.ts'
import type { VariantKind } from '../core/variant.ts'

/** The settings of the stage: which variants to make, the settings of all of them, and the bar that each has to pass. */
function settingsFor(variants: readonly VariantKind[]) {
  const names = variants.map(({ name }) => name)
  const own: Record<string, z.ZodType> = Object.fromEntries(
    variants.flatMap(({ settings }) => Object.entries(settings.shape)),
  )
  const summaries = variants.map(({ name, summary }) => `\`${name}\` is ${summary}`)
  return z.strictObject({
    variants: z
      .array(z.enum(names))
      .min(1)
      .default(names.slice(0, 1))
      .describe(`Which variants of the candidate to make: ${summaries.join('; ')}.`),
    ...own,
    tolerance: z
      .number()
      .nonnegative()
      .default(1e-4)
      .describe("How far a variant's outputs may be from the candidate's, as a part of the largest output value."),
  })
}

/** The stage that can make these variants. */
export function optimizeWith(variants: readonly VariantKind[]): StageKind {
  return defineStage({
    name: 'optimize',
    summary: 'Makes variants of the candidate that should be faster, and keeps one only when it answers the same.',
    effects: 'files',
    needs: ['subject'],
    gives: 'variants',
    reported: true,
    settings: settingsFor(variants),
    example: variants[0]?.example ?? '',
    estimateMs: (chosen) => 2000 * chosen.variants.length,
    async run({ settings: chosen, given: { subject }, tools }) {
      const { makeVariant } = await import('../optimize/make.ts')
      const made: Variant[] = []
      for (const kind of [...new Set(chosen.variants)].flatMap(
        (name) => variants.find((row) => row.name === name) ?? [],
      )) {
        tools.progress(`variant ${kind.name}`)
        made.push(await makeVariant(kind, subject.candidate, chosen, tools))
      }
      const best = made.find((variant) => variant.kept) ?? { id: 'candidate', model: subject.candidate }
      return {
        product: { variants: made, chosen: { id: best.id, model: best.model } },
        summary: sentence(best.id, made),
      }
    },
  })
}

type Variant = Products['variants']['variants'][number]

function sentence(chosen: string, variants: readonly Variant[]): string {
  const used = chosen === 'candidate' ? 'the original candidate is used' : `the variant ${chosen} is used`
  return `${used}: ${variants.map((variant) => `variant ${variant.id} ${variant.why}`).join('; ')}`
}
