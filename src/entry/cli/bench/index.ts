import { exitCodes } from '../../../core/verdict.ts'
import { defineCommand, one } from '../command.ts'
import { benchmarkSettings, dataOf, measuring } from '../measuring.ts'

export const bench = defineCommand({
  name: 'bench',
  summary: 'Measure how fast a model is: fresh processes, raw samples kept.',
  arguments: { model: one('an ONNX file') },
  options: measuring,
  examples: ['airworthy bench model.onnx --batch 1,32 --budget 10s'],
  async run(entry, given) {
    const { runOnModels, printProblems } = await import('../run-pipeline.ts')
    const { speedLines } = await import('./text.ts')
    const made = { candidate: given.model, data: dataOf(given), stages: { benchmark: benchmarkSettings(given) } }
    const report = await runOnModels(entry, made, given.json)
    if (report.measurements === undefined) return printProblems(entry, report, given.json)
    if (!given.json) entry.out(speedLines(report.measurements))
    return exitCodes.pass
  },
})
