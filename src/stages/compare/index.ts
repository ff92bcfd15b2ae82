import { digest } from '../../core/json.ts'
import type { Comparison, ComparisonRow, Warning } from '../../core/products/index.ts'
import { defineStage, type StageKind } from '../../core/stage.ts'
import type { Verdict } from '../../core/verdict.ts'
import { isProduction } from '../../verdicts/row/identity.ts'
import { compareSettings, metricFiles, questionsOf } from './settings.ts'

const example = `compare:
  against: production
  metrics:
    latency.p50: { margin: 3% }
    accuracy: { margin: 0.5pp }
    size: { margin: 5% }`

/** Compares the chosen contender with production, metric by metric. What follows from it is the gate's to say. */
export const compare: StageKind = defineStage({
  name: 'compare',
  summary: 'Compares the candidate with production, metric by metric, against stated margins.',
  effects: 'none',
  needs: ['measurements'],
  gives: 'comparison',
  reported: true,
  settings: compareSettings,
  example,
  runsUserCode: (settings) => Object.values(settings.metrics).some(({ uses }) => uses !== undefined),
  questions: questionsOf,
  files: metricFiles,
  async run({ settings, given: { measurements, subject }, tools }) {
    // Loaded when it compares: checking a pipeline needs no statistics.
    const { compareCompatibility, compareRows, describeCompatibility, describeRows } = await import(
      '../../verdicts/index.ts'
    )
    const questions = questionsOf(settings, tools.folder)
    const rows = describeRows(compareRows(measurements, questions, settings.alpha))
    const compatibility = describeCompatibility(compareCompatibility(measurements, questions, settings), subject.data)
    const { production } = subject
    const warnings =
      production === undefined
        ? [firstRelease(subject.model)]
        : [...rows.flatMap(followed), ...outputsNotAlike(compatibility.outputs)]
    const comparison: Comparison = {
      contender: measurements.chosen,
      against: {
        ...(production?.version === undefined ? {} : { version: production.version }),
        sha256: production?.artifact.sha256 ?? '',
      },
      identical: isProduction(measurements.contenders, measurements.chosen),
      rows,
      ...compatibility,
      alpha: settings.alpha,
      warnings,
      evidence: digest(measurements),
    }
    return {
      product: comparison,
      summary: comparison.identical ? 'the candidate is production itself, byte for byte' : summaryOf(comparison),
      warnings,
    }
  },
  evidence: {
    name: 'evidence',
    file: 'evidence.json',
    check: { command: 'verify', what: 'recompute every verdict and the decision from the raw samples' },
    async of({ settings, given: { measurements }, folder, bound }, comparison) {
      const { evidenceOf } = await import('../../verdicts/evidence/index.ts')
      return evidenceOf(measurements, comparison, questionsOf(settings, folder), comparison.alpha, settings, bound)
    },
  },
})

function firstRelease(model: string): Warning {
  return {
    code: 'first-release',
    message: `No version of ${model} is in production, so there was nothing to compare with.`,
    remedy: 'Check the registry if there should be one; the next release will be compared with this one.',
  }
}

/** Intervals take blocks to be independent, and come out too narrow where they are not. */
function followed({ metric, scenario, effective }: ComparisonRow): Warning[] {
  if (effective === undefined) return []
  return [
    {
      code: 'blocks-correlated',
      message: `Values of ${metric} at ${scenario} followed one another: they are worth ${Math.floor(effective)} independent ones, and the interval is narrower than it should be.`,
      remedy: 'Something slow went on beside the measurement: measure again, on a calmer machine or for longer.',
    },
  ]
}

/** A comparison that is open because of its outputs says what would close it. */
function outputsNotAlike(outputs: Comparison['outputs']): Warning[] {
  if (outputs?.verdict !== 'inconclusive') return []
  return [
    {
      code: 'outputs-not-alike',
      message: "Nothing says whether the candidate's outputs are as good as production's.",
      remedy:
        'Compare quality on labelled data (`--data` and `--label`, or `data:` and a metric of quality in a pipeline). If the outputs are meant to differ, say so: `--outputs-differ`, or `outputs: stated`.',
    },
  ]
}

function summaryOf({ rows, interface: contract, outputs, notCompared = [] }: Comparison): string {
  if (rows.length === 0) return 'nothing to compare with'
  const verdicts = [...rows, contract, outputs].map((each) => each?.verdict)
  const count = (verdict: Verdict): number => verdicts.filter((each) => each === verdict).length
  const judged = (['pass', 'fail', 'inconclusive'] as const).map((verdict) => [verdict, count(verdict)] as const)
  const total = judged.reduce((sum, [, number]) => sum + number, 0)
  const parts = judged.flatMap(([verdict, number]) => (number > 0 ? [`${number} ${verdict}`] : []))
  const open = notCompared.length === 0 ? '' : `; not compared: ${notCompared.map(({ what }) => what).join(', ')}`
  return `${total} ${total === 1 ? 'comparison' : 'comparisons'}: ${parts.join(', ')}${open}`
}
