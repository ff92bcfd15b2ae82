import { parseDuration } from './quantity/index.ts'

/**
 * The metrics Airworthy knows: one table, from which the schema, the documentation and the hints derive.
 * `how` names the kind of test that compares two contenders:
 * `ratio`: paired log-ratios of blocks; `paired`: per-example values on the same inputs; `exact`: a count, no test needed.
 */
export interface Metric {
  readonly name: string
  readonly unit: 'ms' | 'B' | '1/s' | 'J' | '1' | 'share'
  readonly better: 'lower' | 'higher'
  readonly how: 'ratio' | 'paired' | 'exact'
  readonly summary: string
  /** A margin used where the pipeline states none. Text in the grammar of quantities. */
  readonly margin: string
}

export const metrics: readonly Metric[] = [
  { name: 'latency.p50', unit: 'ms', better: 'lower', how: 'ratio', margin: '3%', summary: 'median time of one run' },
  { name: 'latency.mean', unit: 'ms', better: 'lower', how: 'ratio', margin: '3%', summary: 'mean time of one run' },
  {
    name: 'latency.p90',
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin: '5%',
    summary: '90th percentile of the time of one run',
  },
  {
    name: 'latency.p95',
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin: '10%',
    summary: '95th percentile of the time of one run',
  },
  {
    name: 'latency.p99',
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin: '10%',
    summary: '99th percentile of the time of one run',
  },
  {
    name: 'throughput',
    unit: '1/s',
    better: 'higher',
    how: 'ratio',
    margin: '3%',
    summary: 'examples per second, one run after the other',
  },
  {
    name: 'first-run',
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin: '20%',
    summary: 'time of the first run in a fresh process',
  },
  {
    name: 'session-start',
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin: '20%',
    summary: 'time to load the model in a fresh process',
  },
  {
    name: 'memory.peak',
    unit: 'B',
    better: 'lower',
    how: 'ratio',
    margin: '10%',
    summary: 'peak resident memory of the worker process',
  },
  {
    name: 'memory.gpu',
    unit: 'B',
    better: 'lower',
    how: 'ratio',
    margin: '10%',
    summary: 'most memory of the GPU in use meanwhile; needs `order: isolated` and nvidia-smi',
  },
  {
    name: 'energy',
    unit: 'J',
    better: 'lower',
    how: 'ratio',
    margin: '5%',
    summary: 'energy of the GPU for one inference; needs `order: isolated` and nvidia-smi',
  },
  {
    name: 'size',
    unit: 'B',
    better: 'lower',
    how: 'exact',
    margin: '5%',
    summary: 'bytes of the model, external data included',
  },
  { name: 'parameters', unit: '1', better: 'lower', how: 'exact', margin: '0%', summary: 'elements of all weights' },
  {
    name: 'accuracy',
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '0.5pp',
    summary: 'share of examples whose top class is the label',
  },
  {
    name: 'top-5',
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '0.5pp',
    summary: 'share of examples whose label is among the five top classes',
  },
  {
    name: 'precision',
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '1pp',
    summary: 'share of the examples predicted to be of a class that are: of class 1 of two, else the mean over classes',
  },
  {
    name: 'recall',
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '1pp',
    summary: 'share of the examples of a class that are predicted to be: of class 1 of two, else the mean over classes',
  },
  {
    name: 'f1',
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '1pp',
    summary: 'harmonic mean of precision and recall: of class 1 of two, else the mean over classes',
  },
  {
    name: 'auc',
    unit: '1',
    better: 'higher',
    how: 'paired',
    margin: '0.005',
    summary: 'area under the ROC curve of class 1 of two, else the mean over classes, each against the rest',
  },
  {
    name: 'log-loss',
    unit: '1',
    better: 'lower',
    how: 'paired',
    margin: '2%',
    summary: "mean of −ln of the label's probability",
  },
  {
    name: 'rmse',
    unit: '1',
    better: 'lower',
    how: 'paired',
    margin: '2%',
    summary: 'root of the mean squared error of a regression, in the unit of the labels',
  },
  {
    name: 'mae',
    unit: '1',
    better: 'lower',
    how: 'paired',
    margin: '2%',
    summary: 'mean absolute error of a regression, in the unit of the labels',
  },
  {
    name: 'r2',
    unit: '1',
    better: 'higher',
    how: 'paired',
    margin: '0.01',
    summary: "share of the labels' variance that a regression explains",
  },
  {
    name: 'agreement',
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '1pp',
    summary: "share of examples whose top class is production's",
  },
  {
    name: 'output-error',
    unit: 'share',
    better: 'lower',
    how: 'paired',
    margin: '1pp',
    summary: "mean distance of the outputs from production's, as a share of their size",
  },
]

/** What a name such as `throughput[p99<20ms]` stands for. */
export const limited: Metric = {
  name: 'throughput[p99<20ms]',
  unit: '1/s',
  better: 'higher',
  how: 'ratio',
  margin: '5%',
  summary:
    'examples per second at which requests that come at random are answered within the limit, waiting included; any percentile and time',
}

/** Part of a data set: the examples for which an array holds a value, as text. */
export interface Slice {
  readonly array: string
  readonly value: string
}

/** What a rate has to keep to: the share `p` of all requests is answered within `ms` milliseconds. */
export interface Limit {
  readonly p: number
  readonly ms: number
}

/** A metric of the table on all data, on a slice of them, or within a limit. */
export interface NamedMetric {
  readonly metric: Metric
  readonly slice?: Slice | undefined
  readonly limit?: Limit | undefined
}

/**
 * What a name means: `accuracy`, `accuracy[lang=de]` for a metric of quality on a slice, or `throughput[p99<20ms]` for the rate
 * that keeps a limit. Undefined for names not of the table.
 */
export function metricNamed(name: string): NamedMetric | undefined {
  const limit = limitIn(name)
  if (limit !== undefined) return { metric: limited, limit }
  const [, base, array, value] = /^([^[\]]+)\[([^=[\]]+)=([^[\]]*)\]$/.exec(name) ?? []
  const metric = metrics.find((each) => each.name === (base ?? name))
  if (array === undefined || value === undefined) return metric && { metric }
  return metric?.how === 'paired' ? { metric, slice: { array, value } } : undefined
}

/** `throughput[p99<20ms]`: only whole percentiles above the half, and a time above nothing. */
function limitIn(name: string): Limit | undefined {
  const [, percent, time = ''] = /^throughput\[p([5-9]\d)<([^\]]+)\]$/.exec(name) ?? []
  const ms = parseDuration(time)
  return ms === undefined || ms === 0 ? undefined : { p: Number(percent) / 100, ms }
}

/** `lang=de`. */
export function sliceName({ array, value }: Slice): string {
  return `${array}=${value}`
}
