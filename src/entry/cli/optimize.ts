import path from 'node:path'
import type { Variants } from '../../core/products/index.ts'
import { exitCodes } from '../../core/verdict.ts'
import { defineCommand, neededText, one, text, textOr } from './command.ts'
import { json } from './shared.ts'

export const optimize = defineCommand({
  name: 'optimize',
  summary: 'Write an optimised copy of a model, checked against the original.',
  arguments: { model: one('an ONNX file') },
  options: {
    out: neededText('<file>', 'where to write the optimised model', { short: '-o' }),
    variant: text('<name>', 'the variant to make (see Variants in docs/stages.md); default: the first one'),
    level: textOr('basic', '<level>', 'basic (portable) or extended (CPU and CUDA kernels)'),
    json,
  },
  examples: ['airworthy optimize model.onnx --out model.optimised.onnx'],
  async run(entry, { model, out, variant, level, json }) {
    const { runOnModels, printProblems } = await import('./run-pipeline.ts')
    const { homeOf } = await import('../../pipeline/home.ts')
    const { storeOf } = await import('../../pipeline/store.ts')
    const { writeStoredModel } = await import('./write-model.ts')
    const { world } = entry
    const variants = variant === undefined ? {} : { variants: [variant] }
    const report = await runOnModels(entry, { candidate: model, stages: { optimize: { ...variants, level } } }, json)
    if (report.variants === undefined) return printProblems(entry, report, json)
    const store = storeOf(await homeOf(world), world)
    await writeStoredModel(report.variants.chosen.model, path.resolve(world.cwd, out), store, world.files)
    if (!json) entry.out(writtenText(report.variants, out))
    return exitCodes.pass
  },
})

function writtenText({ chosen, variants }: Variants, out: string): string {
  const lines = variants.map((variant) => `${variant.kept ? '✓' : '-'} ${variant.id}: ${variant.why}\n`)
  const [model, ...beside] = chosen.model.files ?? [chosen.model]
  const weights = beside.map(({ name, bytes }) => `, and beside it ${name}: ${bytes} bytes`).join('')
  return `${lines.join('')}Wrote ${out}: ${chosen.id}, ${model?.bytes ?? chosen.model.bytes} bytes${weights}.\n`
}
