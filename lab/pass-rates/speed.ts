import type { Block, WorkerSample } from '../../src/core/products/index.ts'
import type { Random } from '../../src/stats/random.ts'
import { type Case, type Kind, measurementsOf, normal } from './case.ts'

/** What happens to the workers of a block. Shares of blocks, and factors of times and of the scatter of rounds. */
interface Conditions {
  readonly blocks: number
  /** How much slower the candidate is in every block. */
  readonly slower?: number
  /** Blocks in which the machine was disturbed: both scatter four times as much. */
  readonly disturbed?: number
  /** Workers of one contender that are slower and scatter 3 to 5 times as much; `spills`: and make the other scatter as much. */
  readonly unsteady?: {
    readonly who: 'production' | 'candidate'
    readonly share: number
    readonly slower: number
    readonly spills?: boolean
  }
  /** The share of the candidate's workers that are slower throughout, and steady. */
  readonly slow?: { readonly share: number; readonly slower: number }
}

/** Of 1 ms a run; workers of one model differ by 0.5 %, their rounds by 1 %. */
const [workers, rounds, turns] = [0.005, 0.01, 16]

function blockOf({ slower = 0, disturbed = 0, unsteady, slow }: Conditions, random: Random): Block {
  const calm = random.uniform() < disturbed ? 4 : 1
  const hit = unsteady !== undefined && random.uniform() < unsteady.share
  const jitter = hit ? 3 + 2 * random.uniform() : 1
  const workerOf = (who: 'production' | 'candidate'): WorkerSample => {
    const own = hit && unsteady.who === who
    const scatter = calm * (own || unsteady?.spills === true ? jitter : 1)
    const centre =
      workers * calm * normal(random) +
      (who === 'candidate' ? Math.log1p(slower) : 0) +
      (own ? Math.log1p(unsteady.slower) : 0) +
      (who === 'candidate' && slow !== undefined && random.uniform() < slow.share ? Math.log1p(slow.slower) : 0)
    // A round is the geometric mean of two turns.
    const samplesMs = Array.from({ length: turns }, () =>
      Math.exp(centre + Math.SQRT2 * rounds * scatter * normal(random)),
    )
    return {
      samplesMs,
      turns: samplesMs.map(() => 1),
      sessionMs: 1,
      firstRunMs: 1,
      peakBytes: 1,
      warmup: { runs: 1, ms: 1, steady: true },
    }
  }
  const runs = { production: workerOf('production'), candidate: workerOf('candidate') }
  return { order: ['production', 'candidate'], runs }
}

const scenario = { id: 'cpu/b1/t1', provider: 'cpu', batch: 1, threads: 1 }

function speedCase(kind: Kind, name: string, conditions: Conditions, metric = 'latency.p50'): Case {
  const { blocks: count } = conditions
  return {
    kind,
    name: `${metric}, ${name}, ${count} blocks`,
    metric,
    margin: '3%',
    trial(random) {
      const blocks = Array.from({ length: count }, () => blockOf(conditions, random))
      const speed = [{ scenario, environment: 'made', blocks, looks: [{ blocks: count, spent: 1 }] }]
      return measurementsOf({ speed })
    },
  }
}

const unsteady = { who: 'candidate', share: 0.4, slower: 0.1 } as const

/** Blocks, the share of the candidate's processes that are slower, and by how much: beyond a margin of 3 %, and seen in 99 of 100 such samples. */
const slowShares = [
  [12, 0.4, 0.08],
  [20, 0.25, 0.13],
  [20, 0.25, 1],
  [30, 0.16, 0.2],
  [30, 0.16, 1],
  [50, 0.1, 0.32],
  [50, 0.1, 1],
] as const

/** How much slower is worse by two margins of 3 %. */
const worse = { 'latency.mean': 0.06, throughput: 1 / 0.94 - 1 } as const

function percent(share: number): string {
  return `${Math.round(100 * share)} %`
}

export const speedCases: readonly Case[] = [
  ...[12, 20, 30].flatMap((blocks) => [
    speedCase('beyond', 'the candidate 10 % slower in 40 % of its processes, and unsteady there', { blocks, unsteady }),
    speedCase('beyond', 'the same, and production scatters with it', {
      blocks,
      unsteady: { ...unsteady, spills: true },
    }),
    speedCase('beyond', 'the candidate 10 % slower in 60 % of its processes, and unsteady there', {
      blocks,
      unsteady: { ...unsteady, share: 0.6 },
    }),
    speedCase('beyond', '3 % slower, 30 % of the blocks disturbed', { blocks, slower: 0.03, disturbed: 0.3 }),
  ]),
  speedCase('equal', 'calm', { blocks: 12 }),
  speedCase('equal', '30 % of the blocks disturbed', { blocks: 16, disturbed: 0.3 }),
  speedCase('equal', 'production 10 % slower in 40 % of its processes, and unsteady there', {
    blocks: 12,
    unsteady: { ...unsteady, who: 'production' },
  }),
  speedCase('worse', 'calm', { blocks: 12, slower: 0.06 }),
  speedCase('worse', '30 % of the blocks disturbed', { blocks: 16, slower: 0.06, disturbed: 0.3 }),
  ...(['latency.mean', 'throughput'] as const).flatMap((metric) => [
    ...slowShares.flatMap(([blocks, share, slower]) =>
      speedCase(
        'beyond',
        `${percent(slower)} slower in ${percent(share)} of its processes`,
        { blocks, slow: { share, slower } },
        metric,
      ),
    ),
    speedCase(
      'unseen',
      'twice as slow in 10 % of its processes',
      { blocks: 20, slow: { share: 0.1, slower: 1 } },
      metric,
    ),
    speedCase('equal', 'calm', { blocks: 12 }, metric),
    speedCase('equal', '30 % of the blocks disturbed', { blocks: 20, disturbed: 0.3 }, metric),
    speedCase('worse', 'calm', { blocks: 12, slower: worse[metric] }, metric),
    speedCase('worse', '30 % of the blocks disturbed', { blocks: 20, slower: worse[metric], disturbed: 0.3 }, metric),
  ]),
]
