import { isMeant, type SpeedMetric } from '../../core/metric.ts'
import type { Question, Scenario } from '../../core/products/index.ts'
import type { DeclaredData, PreflightProblem, Surroundings } from '../../core/stage.ts'
import { findProvider } from '../../providers/index.ts'
import { metricNamed } from '../../verdicts/metrics/index.ts'
import { unread } from '../data.ts'
import { stageProblem } from '../errors.ts'
import { type BenchmarkSettings, scenariosOf } from './settings.ts'

/**
 * What a benchmark could not measure of what it will be asked: data that are not declared, without labels or without a reader, and
 * scenarios that are missing.
 */
export function preflight(settings: BenchmarkSettings, surroundings: Surroundings): readonly PreflightProblem[] {
  const { here, questions, data } = surroundings
  const name = settings.data ?? 'eval'
  const declared = data.get(name)
  if (settings.data !== undefined && declared === undefined)
    return [
      { problem: stageProblem('data-set-unknown', { data: name, names: [...data.keys()] }), at: [...here, 'data'] },
    ]
  return [
    ...(declared === undefined ? [] : unread(name, declared)),
    ...ofQuality(name, declared, surroundings),
    ...ofSpeed(questions, scenariosOf(settings)).map((problem) => ({ problem, at: here })),
  ]
}

/** The first metric that cannot be measured says it for all. */
function ofQuality(
  name: string,
  declared: DeclaredData | undefined,
  { here, questions, data }: Surroundings,
): readonly PreflightProblem[] {
  const asked = questions.filter(({ metric, uses }) => uses !== undefined || needsOf(metric) !== undefined)
  const [first] = asked
  if (first === undefined) return []
  if (declared === undefined) {
    const details = { metric: first.metric, names: [...data.keys()] }
    return [{ problem: stageProblem('quality-without-data', details), at: here }]
  }
  const labelled = asked.find(({ metric, uses }) => uses === undefined && needsOf(metric)?.labels !== undefined)
  if (labelled === undefined || declared.label !== undefined || declared.uses !== undefined) return []
  const problem = stageProblem('data-without-labels', { data: name, metric: labelled.metric })
  return [{ problem, at: ['data', name] }]
}

function needsOf(metric: string): { readonly labels?: string } | undefined {
  const known = metricNamed(metric)?.metric
  return known?.how === 'paired' ? known.needs : undefined
}

function ofSpeed(
  questions: readonly Question[],
  scenarios: readonly Scenario[],
): readonly PreflightProblem['problem'][] {
  const asked = new Set(questions.map(({ metric }) => metric))
  return [...asked].flatMap((name) => {
    const metric = metricNamed(name)?.metric
    if (metric?.how !== 'ratio' || metric.only === undefined) return []
    const { only } = metric
    return scenarios.some((scenario) => measures(scenario, metric))
      ? []
      : [stageProblem('metric-without-scenario', { metric: name, only })]
  })
}

/** What a GPU needs is known of a GPU alone. */
function measures(scenario: Scenario, metric: SpeedMetric): boolean {
  return isMeant(metric, scenario) && (metric.only !== 'isolated' || findProvider(scenario.provider).device === 'gpu')
}
