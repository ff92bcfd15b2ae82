import path from 'node:path'
import type { Variants } from '../../core/products/index.ts'
import { exitCodes } from '../../core/verdict.ts'
import { homeOf } from '../../pipeline/home.ts'
import { defineCommand, neededText, one, textOr } from './command.ts'
import { json } from './shared.ts'

export const optimize = defineCommand({
  name: 'optimize',
  summary: 'Write an optimised copy of a model, checked against the original.',
  arguments: { model: one('an ONNX file') },
  options: {
    out: neededText('<file>', 'where to write the optimised model', { short: '-o' }),
    level: textOr('basic', '<level>', 'basic (portable) or extended (CPU and CUDA kernels)'),
    json,
  },
  examples: ['airworthy optimize model.onnx --out model.optimised.onnx'],
  async run(entry, { model, out, level, json }) {
    const { runMade, tellProblems } = await import('./run-pipeline.ts')
    const { openStore } = await import('../../pipeline/store.ts')
    const { files, cwd } = entry.world
    const report = await runMade(entry, { candidate: model, stages: { optimize: { level } } }, json)
    if (report.variants === undefined) return tellProblems(entry, report, json)
    const store = openStore(homeOf(entry.world).store, files)
    await files.copy(await store.path(report.variants.chosen.model), path.resolve(cwd, out))
    if (!json) entry.out(writtenText(report.variants, out))
    return exitCodes.pass
  },
})

function writtenText({ chosen, variants }: Variants, out: string): string {
  const lines = variants.map((variant) => `${variant.kept ? '✓' : '-'} ${variant.id}: ${variant.why}\n`)
  return `${lines.join('')}Wrote ${out}: ${chosen.id}, ${chosen.model.bytes} bytes.\n`
}
