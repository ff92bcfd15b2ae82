import type { Quality } from '../../src/core/products/index.ts'
import { type Case, type Kind, measurementsOf, normal } from './case.ts'

export type { Case, Kind } from './case.ts'

type Kept = Partial<Quality> & Pick<Quality, 'labels'>

function measured(kept: Kept): ReturnType<typeof measurementsOf> {
  const examples = kept.labels?.length ?? 0
  return measurementsOf({ quality: { data: 'made', examples, predictions: {}, custom: {}, ...kept } })
}

/** Classes of so many examples each, and how often each model is right on them, together or by itself. */
interface Classes {
  readonly sizes: readonly number[]
  /** Production's share of right answers, by class; the candidate is right where production is, unless it loses it. */
  readonly right: readonly number[]
  readonly lost: readonly number[]
  /** Examples on which each model changes its answer by chance, to right or wrong alike. */
  readonly flips?: number
}

function classCase(kind: Kind, metric: string, margin: string, name: string, given: Classes): Case {
  const { sizes, right, lost, flips = 0 } = given
  const classes = sizes.length
  return {
    kind,
    name: `${metric}, ${name}`,
    metric,
    margin,
    trial(random) {
      const labels = sizes.flatMap((size, label) => Array.from({ length: size }, () => label))
      const wrong = (label: number): number => (label + 1 + random.below(classes - 1)) % classes
      const production: number[] = []
      const candidate: number[] = []
      for (const label of labels) {
        const first = random.uniform() < right[label]! ? label : wrong(label)
        production.push(random.uniform() < flips ? wrong(label) : first)
        const second = first === label && random.uniform() < lost[label]! ? wrong(label) : first
        candidate.push(random.uniform() < flips ? wrong(label) : second)
      }
      const told = { production: classes, candidate: classes }
      return measured({ labels, classes: told, predictions: { production, candidate } })
    },
  }
}

/** A regression whose candidate answers as production does but for next to nothing, and now and then something else. */
interface Regression {
  readonly examples: number
  /** The share of the labels' variance that production explains. */
  readonly explained: number
  /** How many examples in all are expected to be answered otherwise, and how far off these are, in mean errors of production. */
  readonly broken?: number
  readonly off?: number
  /** How much larger all errors of the candidate are. */
  readonly worse?: number
  /** By how much both models' answers scatter, in mean errors. */
  readonly scatter?: number
}

const meanOfNormal = Math.sqrt(2 / Math.PI)

function regressionCase(kind: Kind, metric: string, margin: string, name: string, given: Regression): Case {
  const { examples, explained, broken = 0, off = 0, worse = 0, scatter = 1e-6 } = given
  const labelSpread = 1 / Math.sqrt(1 - explained)
  return {
    kind,
    name: `${metric}, ${name}, ${examples} examples`,
    metric,
    margin,
    trial(random) {
      const labels = Array.from({ length: examples }, () => labelSpread * normal(random))
      const errors = labels.map(() => normal(random))
      const production = labels.map((label, at) => label + errors[at]!)
      const candidate = labels.map((label, at) => {
        if (random.uniform() < broken / examples) return label + off * meanOfNormal
        return label + errors[at]! * (1 + worse) + scatter * meanOfNormal * normal(random)
      })
      return measured({ labels, records: { outputs: { production, candidate } } })
    },
  }
}

/** Losses of a classifier of ten classes that is right in nine of ten, of which the candidate's are the same but for some that it knows nothing of. */
function lossCase(
  kind: Kind,
  margin: string,
  name: string,
  { examples, broken = 0, worse = 0 }: { readonly examples: number; readonly broken?: number; readonly worse?: number },
): Case {
  return {
    kind,
    name: `log-loss, ${name}, ${examples} examples`,
    metric: 'log-loss',
    margin,
    trial(random) {
      const labels = Array.from({ length: examples }, () => random.below(10))
      const production = labels.map(() => (random.uniform() < 0.9 ? 0.1 * random.uniform() : 3 * random.uniform()))
      const candidate = production.map((loss) =>
        random.uniform() < broken / examples ? Math.log(10) : loss * (1 + worse) + 1e-9 * random.uniform(),
      )
      return measured({ labels, records: { losses: { production, candidate } } })
    },
  }
}

/** Scores of two models that rank alike, but for positives that the candidate puts last. */
function areaCase(
  kind: Kind,
  margin: string,
  name: string,
  given: { readonly positives: number; readonly negatives: number; readonly lost?: number; readonly own?: number },
): Case {
  const { positives, negatives, lost = 0, own = 1e-6 } = given
  return {
    kind,
    name: `auc, ${name}, ${positives} of class 1, ${negatives} not`,
    metric: 'auc',
    margin,
    trial(random) {
      const labels = Array.from({ length: positives + negatives }, (_, at) => (at < positives ? 1 : 0))
      const production = labels.map((label) => 2.5 * label + normal(random))
      const candidate = production.map((score, at) =>
        at < positives && random.uniform() < lost ? -9 : score + own * normal(random),
      )
      return measured({ labels, records: { scores: { production, candidate } } })
    },
  }
}

/** Patients of one image each that both models have right, and patients of several, who are lost whole or not at all. */
interface Patients {
  readonly single: number
  readonly many: number
  /** Images of each of the latter. */
  readonly images: number
  readonly lost: number
}

function groupedCase(kind: Kind, metric: string, margin: string, given: Patients): Case {
  const { single, many, images, lost } = given
  const groups = [
    ...Array.from({ length: single }, (_, patient) => patient),
    ...Array.from({ length: many * images }, (_, image) => single + Math.floor(image / images)),
  ]
  const [all, whole] = [metric === 'accuracy', `${(100 * lost).toFixed(0)} % of them lost whole`]
  const labels = groups.map((patient) => (all || patient < single ? 0 : 1))
  return {
    kind,
    name: `${metric}, ${single} ${all ? '' : 'healthy '}patients of one image and ${many} ${all ? '' : 'sick ones '}of ${images}, ${lost === 0 ? 'the same answers' : whole}`,
    metric,
    margin,
    trial(random) {
      const gone = Array.from({ length: single + many }, (_, patient) => patient >= single && random.uniform() < lost)
      if (metric === 'auc') {
        const production = labels.map((label) => 4 * label + normal(random))
        const candidate = production.map((score, at) => (gone[groups[at]!] ? normal(random) : score))
        return measured({ labels, groups, records: { scores: { production, candidate } } })
      }
      const candidate = labels.map((label, at) => (gone[groups[at]!] ? 1 - label : label))
      return measured({
        labels,
        groups,
        classes: { production: 2, candidate: 2 },
        predictions: { production: labels, candidate },
      })
    },
  }
}

const names = ['recall', 'precision', 'f1'] as const
const ten = (rest: number, rare: number): number[] => [...Array<number>(9).fill(rest), rare]

export const qualityCases: readonly Case[] = [
  ...names.flatMap((name) => [
    classCase('beyond', name, '1pp', '3 of class 1 in 100, half of them right before and none after', {
      sizes: [97, 3],
      right: [1, 0.5],
      lost: [0, 1],
    }),
    classCase('beyond', name, '10pp', '40 of class 1 in 1000, of which a quarter is lost', {
      sizes: [960, 40],
      right: [1, 0.6],
      lost: [0, 0.25],
    }),
    classCase('beyond', name, '5pp', 'ten classes, one of 5 examples in 1000, all of which are lost', {
      sizes: ten(110, 5),
      right: ten(0.97, 0.6),
      lost: ten(0, 1),
    }),
    classCase('equal', name, '1pp', '600 of class 1 in 2000, the same answers', {
      sizes: [1400, 600],
      right: [0.98, 0.9],
      lost: [0, 0],
    }),
    classCase('equal', name, '2pp', '1200 of class 1 in 4000, 0.5 % of the answers at random', {
      sizes: [2800, 1200],
      right: [0.98, 0.9],
      lost: [0, 0],
      flips: 0.005,
    }),
    classCase('equal', name, '1pp', 'ten classes of 150 each, the same answers', {
      sizes: ten(150, 150),
      right: ten(0.95, 0.9),
      lost: ten(0, 0),
    }),
  ]),
  classCase('worse', 'recall', '2pp', '1600 of class 1 in 4400, 4 % of them lost', {
    sizes: [2800, 1600],
    right: [0.98, 1],
    lost: [0, 0.04],
  }),
  classCase('worse', 'f1', '2pp', '1200 of class 1 in 4000, 8 % of them lost', {
    sizes: [2800, 1200],
    right: [1, 1],
    lost: [0, 0.078],
  }),
  classCase('worse', 'precision', '2pp', '1200 of class 1 in 4000, 1.8 % of the others taken for it', {
    sizes: [2800, 1200],
    right: [1, 1],
    lost: [0.0179, 0],
  }),
  classCase('worse', 'recall', '1pp', 'ten classes of 300 each, 2 % of each lost', {
    sizes: ten(300, 300),
    right: ten(1, 1),
    lost: ten(0.02, 0.02),
  }),
  ...(['mae', 'rmse'] as const).flatMap((metric) => [
    ...[50, 100, 200, 500].flatMap((examples) => [
      regressionCase(
        examples < 500 ? 'beyond' : 'unseen',
        metric,
        '2%',
        'two examples expected to be broken, mean error 9 % higher',
        {
          examples,
          explained: 0.9,
          broken: 2,
          off: 0.045 * examples + 1,
        },
      ),
      regressionCase(
        examples < 500 ? 'beyond' : 'unseen',
        metric,
        '2%',
        'two examples expected to be broken, mean error 45 % higher',
        {
          examples,
          explained: 0.9,
          broken: 2,
          off: 0.225 * examples + 1,
        },
      ),
    ]),
  ]),
  regressionCase('beyond', 'mae', '2%', 'one in 400 as wrong as a guess, which is 2.2 mean errors more', {
    examples: 2000,
    explained: 0.9,
    broken: 20,
    off: 3.2 + 1,
  }),
  regressionCase('equal', 'mae', '2%', 'half of the variance explained', { examples: 400, explained: 0.5 }),
  regressionCase('equal', 'mae', '2%', '90 % of the variance explained', { examples: 700, explained: 0.9 }),
  regressionCase('equal', 'mae', '2%', '99 % of the variance explained', { examples: 2500, explained: 0.99 }),
  regressionCase('equal', 'rmse', '2%', 'half of the variance explained', { examples: 900, explained: 0.5 }),
  regressionCase('equal', 'rmse', '2%', '90 % of the variance explained', { examples: 1400, explained: 0.9 }),
  regressionCase('equal', 'r2', '0.01', '90 % of the variance explained', { examples: 700, explained: 0.9 }),
  regressionCase('equal', 'mae', '2%', 'answers that scatter by a tenth of the error', {
    examples: 2000,
    explained: 0.9,
    scatter: 0.1,
  }),
  regressionCase('worse', 'mae', '2%', 'all errors 4 % larger', { examples: 700, explained: 0.9, worse: 0.04 }),
  regressionCase('worse', 'rmse', '2%', 'all errors 4 % larger', { examples: 1400, explained: 0.9, worse: 0.04 }),
  ...[100, 300, 1000].map((examples) =>
    lossCase('beyond', '2%', 'two examples expected that it knows nothing of', { examples, broken: 2 }),
  ),
  lossCase('equal', '2%', 'the same but for 1e-9', { examples: 3000 }),
  lossCase('worse', '2%', 'all 4 % larger', { examples: 3000, worse: 0.04 }),
  areaCase('beyond', '0.005', '3 % of the positives put last', { positives: 60, negatives: 600, lost: 0.03 }),
  areaCase('beyond', '0.005', '2 % of the positives put last', { positives: 150, negatives: 1500, lost: 0.02 }),
  areaCase('equal', '0.005', 'the same ranks', { positives: 600, negatives: 1200 }),
  areaCase('equal', '0.005', 'ranks that differ a little', { positives: 600, negatives: 1200, own: 0.05 }),
  areaCase('worse', '0.005', '1 % of the positives put last', { positives: 6000, negatives: 6000, lost: 0.0105 }),
  ...(
    [
      ['recall', '4.8pp'],
      ['auc', '0.024'],
    ] as const
  ).map(([metric, margin]) =>
    groupedCase('beyond', metric, margin, { single: 1000, many: 30, images: 10, lost: 0.06 }),
  ),
  groupedCase('beyond', 'accuracy', '2pp', { single: 1500, many: 30, images: 20, lost: 0.08 }),
  groupedCase('equal', 'recall', '5pp', { single: 1000, many: 100, images: 10, lost: 0 }),
  groupedCase('equal', 'auc', '0.03', { single: 1000, many: 100, images: 10, lost: 0 }),
  groupedCase('equal', 'accuracy', '3pp', { single: 1000, many: 80, images: 10, lost: 0 }),
  groupedCase('worse', 'recall', '5pp', { single: 1000, many: 600, images: 3, lost: 0.1 }),
  groupedCase('worse', 'accuracy', '3pp', { single: 400, many: 1200, images: 2, lost: 0.07 }),
]
