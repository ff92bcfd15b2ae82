import path from 'node:path'
import { entryError } from '../errors.ts'
import { defineCommand, flag, one, text, texts } from './command.ts'
import { benchmarkSettings, dataOf, measuring } from './measuring.ts'

export const compare = defineCommand({
  name: 'compare',
  summary:
    'Compare two models by interleaved measurements: exit 0 when the candidate is not worse, 1 when it is or its interface breaks callers, 3 when the result is inconclusive.',
  arguments: { production: one('the ONNX file that serves today'), candidate: one('the candidate ONNX file') },
  options: {
    ...measuring,
    label: text(
      '<array>',
      'the array of labels in the data: compares accuracy too, unless a metric of quality is named',
    ),
    metric: texts('<name=margin...>', 'what to compare and how much worse is acceptable', {
      fallback: ['latency.p50=3%', 'size=5%'],
    }),
    outputsDiffer: flag(
      'the outputs are meant to differ: without it, outputs that are not alike on the same inputs are inconclusive, unless a metric of quality is named',
    ),
    html: text('<file>', 'write the report as a page'),
  },
  examples: ['airworthy compare old.onnx new.onnx --metric latency.p50=3% size=5%'],
  async run(entry, given) {
    const { reportText, runOnModels } = await import('./run-pipeline.ts')
    const { metrics, quality } = await metricsOf(given.metric, given.label)
    const report = await runOnModels(
      entry,
      {
        candidate: given.candidate,
        production: given.production,
        data: dataOf(given, given.label),
        stages: {
          benchmark: { ...benchmarkSettings(given), outputs: !quality },
          compare: { metrics, interface: 'kept', outputs: quality || given.outputsDiffer ? 'stated' : 'alike' },
          gate: {},
        },
      },
      given.json,
    )
    if (!given.json) entry.out(reportText(entry, report))
    const page = report.files['html']
    if (given.html !== undefined && page !== undefined)
      await entry.world.files.copy(page, path.resolve(entry.world.cwd, given.html))
    return report.exitCode
  },
})

interface Metrics {
  readonly metrics: Readonly<Record<string, unknown>>
  /** Whether one of them says how good the outputs are. */
  readonly quality: boolean
}

async function metricsOf(pairs: readonly string[], label: string | undefined): Promise<Metrics> {
  const { isQuality, metricNamed } = await import('../../verdicts/metrics/index.ts')
  const metrics = pairs.map(metricOf)
  const doubled = metrics.findIndex(([name], at) => metrics.findIndex(([other]) => other === name) < at)
  if (doubled >= 0)
    throw entryError('argument-wrong', {
      argument: `--metric ${pairs[doubled]}`,
      expected: `each metric once, and ${metrics[doubled]?.[0]} is named before`,
    })
  const judgesQuality = metrics.some(([name]) => isQuality(metricNamed(name)))
  const usual = label === undefined || judgesQuality ? {} : { accuracy: {} }
  return { metrics: { ...Object.fromEntries(metrics), ...usual }, quality: judgesQuality || label !== undefined }
}

/** `latency.p50=3%`, `accuracy[lang=de]=1pp`, or a name alone. */
export function metricOf(pair: string): readonly [name: string, settings: { readonly margin?: string }] {
  const [, name = pair, margin] = /^([^=[]+(?:\[[^\]]*\])?)(?:=(.*))?$/.exec(pair) ?? []
  return [name, margin === undefined ? {} : { margin }]
}
