import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type {
  Artifact,
  Block,
  Comparison,
  ComparisonRow,
  Measurements,
  RolloutResult,
  RolloutStep,
  Validation,
  Variants,
  Warning,
} from '../../src/core/products/index.ts'
import type { RunReport, StageReport } from '../../src/core/report.ts'

/** Runs as they look in practice, one for each way a run can end. Samples come from a seed, so every test sees the same. */

export function passed(): RunReport {
  return {
    ...start('pass', 0),
    sentence:
      'digits may replace v1.0.0: latency.p50 is 39–43 % lower (margin 3 %) and accuracy 0.2–0.9 pp higher (margin 0.5 pp).',
    stages: [
      stage('validate', 'done', 0.21, '3 checks passed, 1 note'),
      stage('optimize', 'done', 0.84, 'kept graph-basic: the same outputs, 3 nodes fewer'),
      stage('benchmark', 'done', 24.3, '12 blocks on cpu-b1-t1 and cpu-b32-t1', { warnings: [noisy] }),
      stage('compare', 'pass', 0.09, '7 metrics compared: 6 pass, 1 inconclusive'),
      stage('gate', 'pass', 0.001, 'latency.p50 and accuracy pass'),
      stage('release', 'done', 0.12, 'digits@v1.1.0', { effects: 'remote' }),
      stage('rollout', 'pass', 13.2, 'promoted in 4 steps', { effects: 'remote' }),
    ],
    validation: validation(),
    variants: variants(),
    measurements: measurements(0.59),
    comparison: comparison([
      latencyRow(-0.41, -0.43, -0.39),
      largeBatchRow(),
      tailRow(),
      memoryRow(),
      sizeRow(-0.08),
      accuracyRow(0.0055, 0.002, 0.009),
      agreementRow(),
    ]),
    decision: decided('pass'),
    release: {
      model: 'digits',
      version: '1.1.0',
      tag: 'digits@v1.1.0',
      artifact: artifact('candidate.onnx', 98_412),
      bump: 'minor',
      why: 'quality is better beyond doubt (accuracy) and the interface is the same',
      existed: false,
    },
    rollout: promoted(),
    files: {
      html: '/home/ada/digits/.airworthy/runs/7f3a/report.html',
      json: '/home/ada/digits/.airworthy/runs/7f3a/report.json',
      evidence: '/home/ada/digits/.airworthy/runs/7f3a/evidence.json',
    },
    next: [
      { command: 'airworthy verify evidence.json', what: 'recompute every verdict, offline' },
      { command: 'airworthy rollback digits', what: 'put v1.0.0 back' },
    ],
  }
}

export function failed(): RunReport {
  const rows = [
    latencyRow(0.62, 0.59, 0.66, 'fail'),
    largeBatchRow(),
    tailRow(),
    memoryRow(),
    sizeRow(0.31),
    accuracyRow(-0.021, -0.029, -0.013, 'fail'),
  ]
  return {
    ...passed(),
    ...start('fail', 1),
    sentence:
      'digits may not replace v1.0.0: latency.p50 is 59–66 % higher (margin 3 %) and accuracy 1.3–2.9 pp lower (margin 0.5 pp).',
    stages: [
      stage('validate', 'cached', 0.003, '3 checks passed, 1 note'),
      stage('optimize', 'cached', 0.002, 'kept graph-basic'),
      stage('benchmark', 'done', 11.9, '12 blocks on cpu-b1-t1 and cpu-b32-t1'),
      stage('compare', 'fail', 0.08, '6 metrics compared: 2 pass, 3 fail, 1 inconclusive'),
      stage('gate', 'fail', 0.001, 'latency.p50 and accuracy fail'),
      stage('release', 'skipped', 0, 'gate failed'),
      stage('rollout', 'skipped', 0, 'gate failed'),
    ],
    measurements: measurements(1.62),
    comparison: comparison(rows),
    decision: decided('fail'),
    release: undefined,
    rollout: undefined,
    next: [
      { command: 'airworthy compare models/digits-v1.onnx models/digits.onnx', what: 'measure again after a change' },
    ],
  }
}

export function inconclusive(): RunReport {
  const undecided = { ...latencyRow(0.011, -0.021, 0.046, 'inconclusive'), needs: { blocks: 38 }, detectable: 0.034 }
  return {
    ...failed(),
    ...start('inconclusive', 3),
    sentence:
      'Cannot tell yet whether digits may replace v1.0.0: latency.p50 lies between −2.1 and +4.6 % (margin 3 %); about 38 blocks would settle it.',
    stages: [
      stage('validate', 'done', 0.2, '3 checks passed'),
      stage('benchmark', 'done', 60.2, '12 blocks; the budget of 60 s is spent'),
      stage('compare', 'inconclusive', 0.1, '2 metrics compared: 1 pass, 1 inconclusive'),
      stage('gate', 'inconclusive', 0.001, 'latency.p50 is inconclusive'),
    ],
    variants: undefined,
    measurements: { ...measurements(1.01), warnings: [noisy] },
    comparison: comparison([undecided, sizeRow(0)]),
    decision: decided('inconclusive'),
  }
}

export function rolledBack(): RunReport {
  const steps = [step(0, 0.05, 'pass'), step(1, 0.25, 'pass'), step(2, 0.5, 'fail')]
  return {
    ...passed(),
    ...start('rolled-back', 4),
    sentence:
      'digits v1.1.0 was rolled back at 50 % of traffic: its error-rate was 3.9–6.8 pp higher than that of v1.0.0 (margin 0.5 pp).',
    stages: [
      ...passed().stages.slice(0, -1),
      stage('rollout', 'rolled-back', 9.9, 'rolled back at 50 %', { effects: 'remote' }),
    ],
    rollout: {
      ...promoted(),
      outcome: 'rolled-back',
      steps,
      why: 'error-rate was too high at 50 % of traffic; all traffic is back at v1.0.0',
      hooks: [
        { name: './page-oncall.sh', outcome: 'done', detail: 'exit code 0' },
        { name: 'retrain.yml', outcome: 'failed', detail: 'exit code 1: no such workflow' },
      ],
      verified: { stable: 200, candidate: 0 },
    },
    next: [{ command: 'airworthy report --open', what: 'look at the step that failed' }],
  }
}

export function firstRelease(): RunReport {
  const all = passed()
  const { production: _, ...subject } = all.subject!
  const measured = all.measurements!
  return {
    ...all,
    sentence: 'digits v1.0.0 is the first version: there is no production to compare with, and all its checks passed.',
    stages: [
      stage('validate', 'done', 0.2, '3 checks passed'),
      stage('benchmark', 'done', 12, '12 blocks'),
      stage('release', 'done', 0.1, 'digits@v1.0.0'),
    ],
    subject,
    variants: undefined,
    measurements: {
      ...measured,
      contenders: measured.contenders.filter((contender) => contender.role !== 'production'),
      speed: measured.speed.map(({ scenario, environment, blocks }) => ({
        scenario,
        environment,
        blocks: blocks.map((block) => ({ order: ['candidate'], runs: { candidate: block.runs['candidate']! } })),
        looks: [],
      })),
      quality: undefined,
    },
    comparison: undefined,
    decision: undefined,
    release: {
      ...all.release!,
      version: '1.0.0',
      tag: 'digits@v1.0.0',
      bump: 'first',
      why: 'nothing was released before',
    },
    rollout: { ...promoted(), version: '1.0.0', from: undefined, steps: [step(0, 1, 'pass')] },
  }
}

export function errored(): RunReport {
  const base = start('error', 2)
  return {
    ...base,
    sentence: 'The run stopped at validate: models/digits.onnx is not an ONNX model.',
    stages: [
      stage('validate', 'error', 0.02, 'models/digits.onnx is not an ONNX model', {
        problems: [
          {
            code: 'model-invalid',
            message: 'models/digits.onnx is not an ONNX model: it ends in the middle of a field.',
            hint: 'Export the model again, or check that the whole file was downloaded (a Git LFS pointer is about 130 bytes).',
            where: { file: 'airworthy.yml', line: 3, column: 14 },
          },
        ],
      }),
      stage('benchmark', 'skipped', 0, 'validate did not finish'),
    ],
    files: {},
    next: [{ command: 'airworthy validate models/digits.onnx', what: 'look at the model alone' }],
  }
}

/** Strings that try to leave the place they are shown in: markup, links, mentions, commands of a runner, terminal and bidirectional controls. */
export const hostile: readonly string[] = JSON.parse(
  readFileSync(new URL('../fixtures/hostile-strings.json', import.meta.url), 'utf8'),
) as string[]

/** The run that was rolled back, with hostile words wherever a word comes from outside; the same word gets the same ones. */
export function hostileRun(): RunReport {
  const turns = new Map<string, number>()
  const poison = (text: string): string => {
    const turn = turns.get(text) ?? turns.size
    turns.set(text, turn)
    return `${text} ${hostile[turn % hostile.length]}`
  }
  const fixed = new Set([
    'schema',
    'outcome',
    'status',
    'verdict',
    'kind',
    'role',
    'better',
    'scale',
    'severity',
    'bump',
    'effects',
    'unit',
    'startedAt',
    'finishedAt',
    'id',
    'chosen',
    'order',
  ])
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return fixed.has(key) ? value : poison(value)
    if (Array.isArray(value)) return value.map((one) => walk(one, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, walk(member, name)]))
  }
  const run = walk(rolledBack(), '') as RunReport
  const problems = errored().stages.flatMap((one) => one.problems.map((problem) => walk(problem, '') as typeof problem))
  const scenarios = run.measurements!.speed.map(({ scenario, blocks, looks }) => ({
    blocks,
    looks,
    environment: run.measurements!.environments[0]!.fingerprint,
    scenario: { ...scenario, id: poison(scenario.id) },
  }))
  return {
    ...run,
    tool: rolledBack().tool,
    stages: run.stages.map((one, index) => (index === 0 ? { ...one, problems } : one)),
    measurements: { ...run.measurements!, speed: scenarios },
  }
}

export const reports: Readonly<Record<string, () => RunReport>> = {
  passed,
  failed,
  inconclusive,
  rolledBack,
  firstRelease,
  errored,
  hostileRun,
}

const noisy: Warning = {
  code: 'noise-floor-high',
  message: 'Two copies of production differed by up to 2.6 % in latency.p50, most of the margin of 3 %.',
  remedy: 'Close other programs, pin the CPU frequency, or give the benchmark a larger `budget:`.',
}

function start(outcome: RunReport['outcome'], exitCode: number): RunReport {
  return {
    schema: 'airworthy.report/2',
    tool: { name: 'airworthy', version: '0.1.0' },
    pipeline: { name: 'digits', file: 'pipelines/quickstart.yml', sha256: sha('pipeline') },
    runId: '20260314-091500-7f3a',
    startedAt: '2026-03-14T09:15:00.000Z',
    finishedAt: '2026-03-14T09:15:41.500Z',
    outcome,
    exitCode,
    sentence: '',
    stages: [],
    subject: {
      model: 'digits',
      candidate: artifact('digits.onnx', 98_640),
      production: { version: '1.0.0', artifact: artifact('digits-v1.onnx', 107_012) },
      data: {
        eval: { artifact: artifact('digits-test.npz', 3_141_592), inputs: { image: 'images' }, label: 'labels' },
      },
    },
    other: {},
    files: {},
    next: [],
  }
}

function stage(
  kind: string,
  status: StageReport['status'],
  seconds: number,
  summary: string,
  more: Partial<StageReport> = {},
): StageReport {
  return { name: kind, kind, status, effects: 'none', summary, seconds, warnings: [], problems: [], ...more }
}

function validation(): Validation {
  const value = (name: string, dims: readonly (number | string)[]) => ({ name, type: 'float32', dims })
  return {
    checks: [
      {
        check: 'graph',
        verdict: 'pass',
        findings: [
          {
            code: 'dropout-in-inference',
            severity: 'note',
            where: 'graph/node Dropout_7',
            message: 'Dropout does nothing when the model runs.',
            hint: 'Export in evaluation mode, or let optimize remove it.',
          },
        ],
      },
      { check: 'interface', verdict: 'pass', findings: [] },
      { check: 'safety', verdict: 'pass', findings: [] },
    ],
    summary: {
      irVersion: 8,
      opset: { '': 17 },
      producer: 'airworthy 0.1.0',
      nodes: 11,
      operators: { Conv: 2, Relu: 3, MaxPool: 2, Gemm: 2, Reshape: 1, Dropout: 1 },
      parameters: 24_106,
      bytes: 98_640,
      inputs: [value('image', ['batch', 1, 28, 28])],
      outputs: [value('logits', ['batch', 10])],
    },
  }
}

function variants(): Variants {
  const basic = artifact('candidate.graph-basic.onnx', 98_412)
  return {
    variants: [
      {
        id: 'graph-basic',
        model: basic,
        how: 'onnxruntime graph optimisation, level basic',
        kept: true,
        why: 'same outputs on 200 examples, 3 nodes fewer',
      },
      {
        id: 'graph-all',
        model: artifact('candidate.graph-all.onnx', 101_220),
        how: 'onnxruntime graph optimisation, level all',
        kept: false,
        why: 'bound to the instruction set of this machine',
      },
    ],
    chosen: { id: 'graph-basic', model: basic },
  }
}

function measurements(ratio: number): Measurements {
  const scenario = (batch: number) => ({ id: `cpu-b${batch}-t1`, provider: 'cpu', batch, threads: 1 })
  return {
    environments: [
      {
        cpu: 'AMD EPYC 7763 64-Core Processor',
        cores: 4,
        governor: 'unknown',
        memoryBytes: 16_766_414_848,
        host: 'Microsoft Corporation Virtual Machine',
        platform: 'linux x64 6.8',
        node: '24.21.0',
        onnxruntime: '1.30.0',
        fingerprint: sha('environment'),
      },
    ],
    seed: 20260314,
    contenders: [
      { id: 'production', role: 'production', model: artifact('digits-v1.onnx', 107_012) },
      { id: 'candidate', role: 'variant', model: artifact('candidate.graph-basic.onnx', 98_412) },
    ],
    chosen: 'candidate',
    speed: [
      {
        scenario: scenario(1),
        environment: sha('environment'),
        blocks: blocks(1, 0.412, ratio),
        looks: [{ blocks: 12, spent: 0.8 }],
      },
      {
        scenario: scenario(32),
        environment: sha('environment'),
        blocks: blocks(2, 8.9, 0.5 + ratio / 2),
        looks: [{ blocks: 12, spent: 0.8 }],
      },
    ],
    quality: {
      data: 'eval',
      examples: 1000,
      labels: digits(1),
      predictions: { production: digits(50), candidate: digits(80) },
      custom: {},
    },
    counts: { production: { size: 107_012, parameters: 26_506 }, candidate: { size: 98_412, parameters: 24_106 } },
    warnings: [],
  }
}

/** A thousand labels, or predictions of which one in so many is another digit. */
function digits(wrongEach: number): readonly number[] {
  return Array.from({ length: 1000 }, (_, at) => (at + (wrongEach > 1 && at % wrongEach === 0 ? 1 : 0)) % 10)
}

/** Twelve blocks of right-skewed latencies (log-normal around a drifting median, now and then a slow one), milliseconds. */
function blocks(seed: number, productionMs: number, ratio: number): readonly Block[] {
  const random = generator(seed)
  return Array.from({ length: 12 }, () => {
    const drift = Math.exp(0.03 * normal(random))
    const samples = (median: number) =>
      Array.from({ length: 120 }, () => {
        const slow = random() < 0.02 ? 1.5 + random() : 1
        return Number((median * drift * slow * Math.exp(0.05 * Math.abs(normal(random)))).toFixed(4))
      })
    const run = (median: number) => ({
      samplesMs: samples(median),
      sessionMs: 21 * drift,
      firstRunMs: 3.4 * median,
      peakBytes: 88_000_000 + Math.round(4e6 * random()),
      turns: [60, 60],
      warmup: { runs: 40, ms: 62, steady: true },
    })
    return {
      order:
        random() < 0.5
          ? ['production', 'candidate', 'candidate', 'production']
          : ['candidate', 'production', 'production', 'candidate'],
      runs: { production: run(productionMs), candidate: run(productionMs * ratio) },
    }
  })
}

function comparison(rows: readonly ComparisonRow[]): Comparison {
  return {
    contender: 'candidate',
    identical: false,
    against: { version: '1.0.0', sha256: sha('production') },
    rows,
    alpha: 0.01,
    warnings: [],
    evidence: sha('measurements'),
  }
}

function row(
  fields: Pick<ComparisonRow, 'metric' | 'unit' | 'better' | 'production' | 'change' | 'margin' | 'scale'> &
    Partial<ComparisonRow>,
): ComparisonRow {
  const candidate =
    fields.scale === 'relative' ? fields.production * (1 + fields.change) : fields.production + fields.change
  const interval = { low: fields.change, high: fields.change, level: 1 }
  return {
    candidate,
    interval,
    verdict: 'pass',
    improved: false,
    method: 'exact',
    why: `${fields.metric} is within its margin.`,
    ...fields,
  }
}

function latencyRow(
  change: number,
  low: number,
  high: number,
  verdict: ComparisonRow['verdict'] = 'pass',
): ComparisonRow {
  return row({
    metric: 'latency.p50',
    scenario: 'cpu-b1-t1',
    unit: 'ms',
    better: 'lower',
    production: 0.4273,
    change,
    scale: 'relative',
    margin: 0.03,
    interval: { low, high, level: 0.9785 },
    verdict,
    improved: high < 0,
    method: 'Hodges–Lehmann interval on 12 blocks',
    detectable: 0.024,
    why: `latency.p50 changed by ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)} %, and 3 % more is acceptable.`,
  })
}

function largeBatchRow(): ComparisonRow {
  return { ...latencyRow(-0.2, -0.225, -0.181), scenario: 'cpu-b32-t1', production: 9.31, candidate: 7.45 }
}

function tailRow(): ComparisonRow {
  return row({
    metric: 'latency.p90',
    scenario: 'cpu-b1-t1',
    unit: 'ms',
    better: 'lower',
    production: 0.4811,
    change: 0.021,
    scale: 'relative',
    margin: 0.05,
    interval: { low: -0.018, high: 0.071, level: 0.9785 },
    verdict: 'inconclusive',
    method: 'Hodges–Lehmann interval on 12 blocks',
    needs: { blocks: 31 },
    detectable: 0.062,
    why: 'latency.p90 lies between −1.8 and +7.1 %: it may be worse than the margin of 5 %, and about 31 blocks would settle it.',
  })
}

function memoryRow(): ComparisonRow {
  return row({
    metric: 'memory.peak',
    scenario: 'cpu-b1-t1',
    unit: 'B',
    better: 'lower',
    production: 90_112_000,
    change: 0.004,
    scale: 'relative',
    margin: 0.1,
    interval: { low: -0.011, high: 0.019, level: 0.9785 },
    method: 'Hodges–Lehmann interval on 12 blocks',
  })
}

function sizeRow(change: number): ComparisonRow {
  return row({
    metric: 'size',
    unit: 'B',
    better: 'lower',
    production: 107_012,
    change,
    scale: 'relative',
    margin: 0.05,
    improved: change < 0,
    verdict: change > 0.05 ? 'fail' : 'pass',
    why: `size changed by ${(100 * change).toFixed(0)} %, and 5 % more is acceptable.`,
  })
}

function accuracyRow(
  change: number,
  low: number,
  high: number,
  verdict: ComparisonRow['verdict'] = 'pass',
): ComparisonRow {
  return row({
    metric: 'accuracy',
    unit: 'share',
    better: 'higher',
    production: 0.9685,
    change,
    scale: 'absolute',
    margin: 0.005,
    interval: { low, high, level: 0.98 },
    verdict,
    improved: low > 0,
    method: 'paired score interval on 1,000 examples',
    why: `accuracy changed by ${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)} pp, and 0.5 pp less is acceptable.`,
  })
}

function agreementRow(): ComparisonRow {
  return row({
    metric: 'agreement',
    unit: 'share',
    better: 'higher',
    production: 1,
    change: -0.004,
    scale: 'absolute',
    margin: 0.01,
    interval: { low: -0.0078, high: -0.0018, level: 0.98 },
    method: 'Clopper–Pearson interval on 1,000 examples',
  })
}

function decided(verdict: 'pass' | 'fail' | 'inconclusive'): NonNullable<RunReport['decision']> {
  return {
    verdict,
    reasons: [
      { metric: 'latency.p50', scenario: 'cpu-b1-t1', verdict, why: `latency.p50: ${verdict}` },
      { metric: 'accuracy', verdict: verdict === 'inconclusive' ? 'pass' : verdict, why: `accuracy: ${verdict}` },
    ],
    sentence: `The gate says ${verdict}.`,
  }
}

function promoted(): RolloutResult {
  return {
    id: 'digits-1.1.0-7f3a',
    outcome: 'promoted',
    version: '1.1.0',
    from: '1.0.0',
    target: 'local server at 127.0.0.1:40123',
    steps: [0.05, 0.25, 0.5, 1].map((weight, index) => step(index, weight, 'pass')),
    why: 'every step passed',
    hooks: [],
  }
}

function step(index: number, weight: number, verdict: RolloutStep['verdict']): RolloutStep {
  const candidate = Math.round(1180 * weight * 0.98)
  return {
    weight,
    observed: candidate / 1180,
    requests: { stable: 1180 - candidate, candidate },
    verdict,
    judgements: [
      {
        metric: 'error-rate',
        stable: 0,
        candidate: verdict === 'pass' ? 0 : 0.053,
        change: verdict === 'pass' ? 0 : 0.053,
        interval: { low: verdict === 'pass' ? -0.003 : 0.039, high: verdict === 'pass' ? 0.004 : 0.068, level: 0.99 },
        margin: 0.005,
        verdict,
        why:
          verdict === 'pass'
            ? 'error-rate of the candidate is at most 0.4 pp higher (margin 0.5 pp).'
            : 'error-rate of the candidate is 3.9–6.8 pp higher (margin 0.5 pp).',
      },
    ],
    startedAt: new Date(Date.UTC(2026, 2, 14, 9, 15, 26, 400 + index * 3200)).toISOString(),
    seconds: 3.1,
  }
}

function artifact(name: string, bytes: number): Artifact {
  return { sha256: sha(name), bytes, name }
}

function sha(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** Numbers in [0, 1) by a 32-bit counter and a mixing function (mulberry32): the same for a seed on every machine. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A report in which a text of a stranger's stands wherever one can. */
export function saying(text: string): RunReport {
  const report = passed()
  const [row, ...rows] = report.comparison?.rows ?? []
  return {
    ...report,
    pipeline: { ...report.pipeline, name: text, file: text },
    runId: text,
    sentence: text,
    stages: report.stages.map((stage) => ({
      ...stage,
      name: text,
      summary: text,
      warnings: [{ code: text, message: text, remedy: text }],
      problems: [{ code: text, message: text, hint: text, where: { file: text, line: 1, column: 1 } }],
    })),
    subject: report.subject && {
      ...report.subject,
      model: text,
      production: { ...report.subject.production!, version: text },
    },
    comparison: report.comparison && {
      ...report.comparison,
      rows:
        row === undefined
          ? []
          : [
              { ...row, metric: text, scenario: text, unit: text, method: text, why: text, verdict: 'inconclusive' },
              ...rows,
            ],
    },
    release: report.release && { ...report.release, version: text, why: text, tag: text },
  }
}
