/**
 * The metrics Airworthy knows: one table, from which the schema, the documentation and the hints derive.
 * `how` names the kind of test that compares two contenders:
 * `ratio`: paired log-ratios of blocks; `paired`: per-example values on the same inputs; `exact`: a count, no test needed.
 */
export interface Metric {
  readonly name: string
  readonly unit: 'ms' | 'B' | '1/s' | '1' | 'share'
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
    name: 'agreement',
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '1pp',
    summary: "share of examples whose top class is production's",
  },
]
