import type { Measurements, OutputsMeasured, Question } from '../../core/products/index.ts'
import type { Verdict } from '../../core/verdict.ts'

import { notMeasured } from '../errors.ts'
import { isQuality, metricNamed } from '../metrics/index.ts'
import {
  alike,
  type Compatibility,
  type JudgedOutputs,
  leastSpread,
  meanOf,
  type OutputDoubt,
} from '../row/compatibility.ts'

import { isProduction } from '../row/identity.ts'
import { tidy } from '../row/scale.ts'

/** What a comparison expects of the candidate beside its metrics. What is only stated has no verdict. */
export interface Expected {
  /** `kept`: an interface that breaks callers of production fails. */
  readonly interface: 'kept' | 'stated'
  /** `alike`: outputs that are not production's, on the same inputs, are inconclusive. */
  readonly outputs: 'alike' | 'stated'
}

export const nothingExpected: Expected = { interface: 'stated', outputs: 'stated' }

/**
 * Pure. Throws `metric-not-measured` where an interface that was to be kept was not looked at. Nothing where there is no production, or
 * where the candidate is production itself.
 */
export function compareCompatibility(
  measurements: Measurements,
  questions: readonly Question[],
  expected: Expected,
): Compatibility {
  const { contenders, chosen } = measurements
  if (!contenders.some(({ role }) => role === 'production') || isProduction(contenders, chosen))
    return { notCompared: [] }
  const outputs = judgeOutputs(measurements.outputs, expected)
  const unread = outputs === undefined ? (measurements.quality?.unread ?? []) : []
  return {
    ...judgeInterface(measurements, expected),
    ...(outputs === undefined ? {} : { outputs }),
    ...(unread.length === 0 ? {} : { unread }),
    notCompared: notCompared(questions, outputs, unread),
  }
}

function judgeInterface({ interface: found }: Measurements, expected: Expected): Pick<Compatibility, 'interface'> {
  if (found === undefined && expected.interface === 'kept')
    throw notMeasured('interface', 'the benchmark did not look at it')
  if (found === undefined) return {}
  const { change, reasons } = found
  if (expected.interface === 'stated') return { interface: { change, reasons } }
  return { interface: { change, reasons, verdict: change === 'breaking' ? 'fail' : 'pass' } }
}

/** Outputs that were to be alike and were not compared are nothing to pass on. */
function judgeOutputs(found: OutputsMeasured | undefined, expected: Expected): JudgedOutputs | undefined {
  const judges = expected.outputs === 'alike'
  if (found === undefined && !judges) return undefined
  const { data, output, errors, spreads, missing } = found ?? unmeasured
  const figures: Omit<JudgedOutputs, 'verdict' | 'doubt'> = {
    ...(data === undefined ? {} : { data }),
    ...(output === undefined ? {} : { output }),
    runs: errors.length,
    ...(errors.length === 0 ? {} : { error: tidy(meanOf(errors)), worst: tidy(Math.max(...errors)) }),
    ...(spreads.length === 0 ? {} : { spread: tidy(meanOf(spreads)) }),
    ...(missing === undefined ? {} : { missing }),
  }
  const doubt = doubtOf(figures)
  const verdict: Verdict = doubt === undefined ? 'pass' : 'inconclusive'
  return { ...figures, ...(doubt === undefined ? {} : { doubt }), ...(judges ? { verdict } : {}) }
}

const unmeasured: OutputsMeasured = {
  errors: [],
  spreads: [],
  missing: 'the benchmark did not run the models for that',
}

function doubtOf({ runs, error, spread }: Pick<JudgedOutputs, 'runs' | 'error' | 'spread'>): OutputDoubt | undefined {
  if (error === undefined) return 'missing'
  if (error > alike.error) return 'large'
  if (runs === 1) return 'single'
  if (spread === undefined) return undefined
  if (spread < leastSpread) return 'constant'
  return error > alike.ofSpread * spread ? 'unrelated' : undefined
}

function notCompared(
  questions: readonly Question[],
  outputs: JudgedOutputs | undefined,
  unread: readonly string[],
): Compatibility['notCompared'] {
  const named = questions.map(({ metric }) => metricNamed(metric))
  // A metric that the table does not know is a user's own.
  const quality = named.some((each) => each === undefined || isQuality(each))
  return [
    ...(quality ? [] : [{ what: 'quality' as const }]),
    ...(outputs?.doubt === 'missing' || unread.length > 0 ? [{ what: 'outputs' as const }] : []),
    ...(named.some((each) => each?.metric.how === 'ratio') ? [] : [{ what: 'speed' as const }]),
  ]
}
