import { describe, expect, test } from 'vitest'
import type { ComparisonRow, CorpusFigures, Quality, Question } from '../../../src/core/products/index.ts'
import { meanStatistic } from '../../../src/data/value-metrics.ts'
import { compareSettings } from '../../../src/stages/compare/settings.ts'
import { influencesOf, replicate } from '../../../src/stats/bootstrap.ts'
import { compareAreas } from '../../../src/stats/delong.ts'
import { normalQuantile } from '../../../src/stats/distributions.ts'
import { skewnessAllowance } from '../../../src/stats/small-sample.ts'
import { metrics } from '../../../src/verdicts/metrics/index.ts'
import { oracles } from '../../data/oracles.ts'
import { wordedRows } from '../measurements.ts'
import { ask, qualityOf, withQuality } from './qualities.ts'

function row(quality: Quality, question: Question, alpha = 0.01): ComparisonRow {
  const [found] = wordedRows(withQuality(quality), [question], alpha)
  return found as ComparisonRow
}

function classified(labels: readonly number[], candidate: readonly number[], classes = 2): Quality {
  const predictions = { production: labels, candidate }
  const told = { production: classes, candidate: classes }
  return { data: 'eval', examples: labels.length, labels, predictions, classes: told, custom: {} }
}

const names = metrics.filter(({ how }) => how === 'paired').map(({ name }) => name)

describe.each(names)('%s', (name) => {
  test('passes what is hardly worse, fails what is much worse', () => {
    const fine = row(qualityOf({ examples: 4000, noise: 0.004 }), ask(name, { absolute: 0.05 }))
    expect(fine).toMatchObject({ metric: name, verdict: 'pass', scale: 'absolute' })
    expect(fine.interval.low).toBeLessThan(fine.change)
    expect(fine.interval.high).toBeGreaterThan(fine.change)
    expect(row(qualityOf({ examples: 1000, harm: 0.2 }), ask(name, { absolute: 0.01 })).verdict).toBe('fail')
  })

  test('is inconclusive on too little data, whatever they say', () => {
    const harmless = row(qualityOf({ examples: 20 }), ask(name, { absolute: 0.01 }))
    expect(harmless.verdict).toBe('inconclusive')
    expect(harmless.needs?.examples).toBeGreaterThan(20)
    expect(row(qualityOf({ examples: 20, harm: 0.1 }), ask(name, { absolute: 0.01 })).verdict).toBe('inconclusive')
    for (const margin of [{ absolute: 0.9 }, { relative: 0.9 }])
      expect(row(qualityOf({ examples: 29 }), ask(name, margin)).verdict).toBe('inconclusive')
  })

  test('is inconclusive on few groups, however many examples they hold', () => {
    const found = row(qualityOf({ examples: 2400, groups: 12 }), ask(name, { absolute: 0.05 }))
    expect(found.verdict).toBe('inconclusive')
    expect(found.why).toMatch(
      /inconclusive, because the groups are worth only 12 groups of equal size, and 30 are needed/,
    )
    expect(row(qualityOf({ examples: 2400, groups: 1200 }), ask(name, { absolute: 0.05 })).verdict).toBe('pass')
  })

  test('a wider margin never makes it worse', () => {
    const order = { fail: 0, inconclusive: 1, pass: 2 }
    const quality = qualityOf({ examples: 300, harm: 0.03, noise: 0.02 })
    const rows = [0, 0.005, 0.01, 0.03, 0.1, 0.3, 0.7].map((absolute) => row(quality, ask(name, { absolute })))
    // Until it is so wide that guessing would pass.
    const guessed = rows.findIndex(({ why }) => why.includes('guessing would pass'))
    const verdicts = rows.slice(0, guessed < 0 ? rows.length : guessed).map(({ verdict }) => order[verdict])
    expect(verdicts.length).toBeGreaterThanOrEqual(5)
    expect(verdicts).toEqual(verdicts.toSorted())
    expect(verdicts.at(-1)).toBe(order.pass)
  })
})

describe('units', () => {
  const quality = qualityOf({ examples: 200, noise: 0.3 })
  const scaledBy = (unit: number): Quality => {
    const scale = (values: readonly number[]): number[] => values.map((value) => value * unit)
    const { production, candidate } = quality.records!.outputs as Record<'production' | 'candidate', number[]>
    return {
      ...quality,
      labels: scale(quality.labels!),
      records: { outputs: { production: scale(production), candidate: scale(candidate) } },
    }
  }

  test.each(['rmse', 'mae'])('of labels do not matter to %s', (name) => {
    for (const unit of [0.001, 1000]) {
      const [one, other] = [row(scaledBy(1), ask(name)), row(scaledBy(unit), ask(name))]
      expect(other.verdict).toBe(one.verdict)
      expect(other.interval.low).toBeCloseTo(one.interval.low, 9)
      const absolute = row(scaledBy(unit), ask(name, { absolute: 0.02 * unit }))
      expect(absolute.verdict).toBe(row(scaledBy(1), ask(name, { absolute: 0.02 })).verdict)
      expect(absolute.interval.high / unit).toBeCloseTo(
        row(scaledBy(1), ask(name, { absolute: 0.02 })).interval.high,
        9,
      )
    }
  })

  test('of labels do not matter to r2', () => {
    expect(row(scaledBy(1000), ask('r2')).interval.low).toBeCloseTo(row(scaledBy(1), ask('r2')).interval.low, 9)
  })
})

describe('values', () => {
  test('are those of scikit-learn', () => {
    const { labels, predictions, ...expected } = oracles['three-or-more']
    const both = (values: readonly number[]) => ({ production: values, candidate: values })
    const classes = { data: 'eval', examples: labels.length, labels, predictions: both(predictions), custom: {} }
    for (const name of ['precision', 'recall', 'f1'] as const)
      expect(row(classes, ask(name)).production).toBeCloseTo(expected[name], 11)
    const { binary, regression } = oracles
    const two = { ...classes, labels: binary.labels, predictions: both(binary.predictions) }
    expect(row(two, ask('f1')).production).toBeCloseTo(binary.f1, 11)
    const numbers = {
      ...classes,
      examples: regression.labels.length,
      labels: regression.labels,
      records: { outputs: both(regression.outputs) },
    }
    for (const name of ['rmse', 'mae', 'r2'] as const)
      expect(row(numbers, ask(name)).production).toBeCloseTo(regression[name], 11)
  })

  test('of the area under the ROC curve, each of four classes against the rest', () => {
    const { labels, logits } = oracles['three-or-more']
    const scores = logits.flatMap((scored) => {
      const powers = scored.slice(0, 4).map(Math.exp)
      return powers.map((power) => power / powers.reduce((sum, each) => sum + each))
    })
    const quality: Quality = {
      data: 'eval',
      examples: labels.length,
      labels,
      predictions: {},
      records: { scores: { production: scores, candidate: scores } },
      custom: {},
    }
    const found = row(quality, ask('auc'))
    expect(found.production).toBeCloseTo(oracles['three-or-more']['auc of the first four scores'], 11)
    expect(found.why).toContain('inconclusive, because only 9 examples are of class 0, and 30 are needed')
    expect(found.why).toContain('(no interval can be given)')
    expect(found.why).not.toContain('0 % confidence')
  })
})

describe('what was not seen', () => {
  test.each(['accuracy', 'top-5', 'precision', 'recall', 'f1', 'auc'])(
    'may be there: equal predictions on a few hundred examples prove little about %s',
    (name) => {
      const found = row(qualityOf({ examples: 300 }), ask(name, { absolute: 0.005 }))
      expect(found).toMatchObject({ verdict: 'inconclusive', change: 0 })
      // An area loses half of what is not ranked: half of a share, and only what lies above one half.
      expect(found.interval.low).toBeLessThan(name === 'auc' ? -0.009 : -0.01)
      expect(row(qualityOf({ examples: 6000 }), ask(name, { absolute: 0.005 })).verdict).toBe('pass')
    },
  )

  test('few examples of the class that is looked for weigh as few', () => {
    const examples = 3000
    const labels = Array.from({ length: examples }, (_, at) => (at < 12 ? 1 : 0))
    const alarms = labels.map((label, at) => (at >= 100 && at < 140 ? 1 : label))
    const quality: Quality = {
      data: 'eval',
      examples,
      labels,
      predictions: { production: labels, candidate: alarms },
      custom: {},
    }
    // Forty predictions differ, and none of them is of an example of class 1.
    const found = row(quality, ask('recall', { absolute: 0.05 }))
    expect(found).toMatchObject({ verdict: 'inconclusive', change: 0 })
  })
})

describe('a class without examples, or with few', () => {
  /** Of two classes unless said otherwise; both models are right on all but the examples that `wrong` names, the candidate on those. */
  const names = ['precision', 'recall', 'f1'] as const
  const share = { absolute: 0.01 }

  test.each(names)('%s of a slice of one of ten classes falls with the accuracy', (name) => {
    const labels = Array.from({ length: 600 }, () => 0)
    const found = row(
      classified(
        labels,
        labels.map((_, at) => (at % 3 === 0 ? 0 : 1 + (at % 2))),
        10,
      ),
      ask(name, share),
    )
    expect(found).toMatchObject({ production: 1, verdict: 'fail' })
  })

  test.each(names)('%s without an example of class 1 is not measured', (name) => {
    const labels = Array.from({ length: 600 }, () => 0)
    for (const candidate of [labels, labels.map((_, at) => (at < 100 ? 1 : 0))]) {
      const found = row(classified(labels, candidate), ask(name, share))
      expect(found.verdict).toBe('inconclusive')
      expect(found.why).toContain('because no example is of class 1')
    }
  })

  test.each(names)('%s of fewer than thirty of class 1 is inconclusive, whatever the margin', (name) => {
    const labels = Array.from({ length: 5000 }, (_, at) => (at < 29 ? 1 : 0))
    const found = row(classified(labels, labels), ask(name, { absolute: 0.9 }))
    expect(found.verdict).toBe('inconclusive')
    expect(found.why).toContain('because only 29 examples are of class 1, and 30 are needed')
    const enough = labels.map((label, at) => (at < 400 ? 1 : label))
    expect(row(classified(enough, enough), ask(name, { absolute: 0.1 })).verdict).toBe('pass')
  })

  test('precision where a model predicts class 1 but a few times is inconclusive', () => {
    const labels = Array.from({ length: 1000 }, (_, at) => at % 2)
    const found = row(
      classified(
        labels,
        labels.map((label, at) => (at < 20 ? label : 0)),
      ),
      ask('precision', share),
    )
    expect(found.why).toContain('because only 10 examples are predicted as class 1, and 30 are needed')
    expect(
      row(
        classified(
          labels,
          labels.map(() => 0),
        ),
        ask('recall', share),
      ).verdict,
    ).toBe('fail')
  })

  test.each(names)('%s of ten classes, one of which is rare, does not pass because nothing of it was seen', (name) => {
    const labels = Array.from({ length: 3000 }, (_, at) => (at < 3 ? 9 : at % 9))
    const found = row(classified(labels, labels, 10), ask(name, share))
    expect(found).toMatchObject({ verdict: 'inconclusive', change: 0 })
    expect(found.interval.low).toBeLessThan(-0.07)
    const common = labels.map((_, at) => at % 10)
    expect(row(classified(common, common, 10), ask(name, share)).verdict).toBe('pass')
  })

  test.each(names)('%s follows the classes that the models tell apart, not those that occur', (name) => {
    const labels = Array.from({ length: 2000 }, (_, at) => at % 2)
    const candidate = labels.map((label, at) => (at % 5 === 1 ? 0 : label))
    const [two, three] = [2, 3].map((classes) => row(classified(labels, candidate, classes), ask(name, share)))
    expect(two!.candidate).not.toBeCloseTo(three!.candidate, 3)
  })

  test.each(names)('%s of models that tell different numbers of classes apart is inconclusive', (name) => {
    const labels = Array.from({ length: 2000 }, (_, at) => at % 2)
    const quality = { ...classified(labels, labels), classes: { production: 2, candidate: 3 } }
    expect(row(quality, ask(name, { absolute: 0.9 })).why).toContain(
      'because production distinguishes 2 classes, and the candidate 3',
    )
  })
})

describe('a model that knows nothing of its inputs', () => {
  const labels = Array.from({ length: 3000 }, (_, at) => at % 10)
  const rightOn = (share: number) =>
    labels.map((label, at) => ((at * 7919) % 1000 < share * 1000 ? label : (label + 1) % 10))
  const told = (before: number, after: number): Quality => ({
    ...classified(labels, rightOn(before)),
    predictions: { production: rightOn(before), candidate: rightOn(after) },
    classes: { production: 10, candidate: 10 },
  })

  test('would pass where production is right as often as guessing is, as on shuffled labels: inconclusive', () => {
    const found = row(told(0.1, 0.1), ask('accuracy', { absolute: 0.02 }))
    expect(found.verdict).toBe('inconclusive')
    expect(found.why).toContain(
      'because a model that knows nothing of its inputs has accuracy of 10 %, and production 10 %',
    )
    expect(found).not.toHaveProperty('needs')
    expect(row(told(0.3, 0.3), ask('accuracy', { absolute: 0.25 })).verdict).toBe('inconclusive')
    expect(row(told(0.3, 0.3), ask('accuracy', { absolute: 0.05 })).verdict).toBe('pass')
    expect(row(told(0.3, 0.3), ask('accuracy', { relative: 0.2 })).verdict).toBe('pass')
  })

  test('is no reason against a candidate that is surely better, or surely worse', () => {
    expect(row(told(0.1, 0.9), ask('accuracy', { absolute: 0.02 }))).toMatchObject({ verdict: 'pass', improved: true })
    expect(row(told(0.9, 0.1), ask('accuracy', { absolute: 0.02 })).verdict).toBe('fail')
  })

  test.each(['mae', 'rmse', 'r2'])(
    'is better than a production that is off by more than the labels vary: %s',
    (name) => {
      const truth = Array.from({ length: 3000 }, (_, at) => Math.sin(at))
      const far = truth.map((value, at) => value + 3 * Math.cos(at * 1.7))
      const given = { ...qualityOf({ examples: 3000 }), labels: truth }
      const both = (production: number[], candidate: number[]) => ({
        ...given,
        records: { outputs: { production, candidate } },
      })
      const near = truth.map((value, at) => value + 0.3 * Math.cos(at * 1.7))
      expect(row(both(far, far), ask(name, { absolute: 0.05 })).why).toContain('guessing would pass')
      expect(row(both(near, near), ask(name, { absolute: 0.05 })).verdict).toBe('pass')
      expect(row(both(far, near), ask(name, { absolute: 0.05 })).verdict).toBe('pass')
    },
  )
})

describe('scores', () => {
  test.each(['auc', 'log-loss'])('that were read as different things make %s inconclusive', (name) => {
    const quality = qualityOf({ examples: 6000 })
    const same = { ...quality, readings: { production: 'logits', candidate: 'logits' } } as const
    expect(row(same, ask(name, { absolute: 0.2 })).verdict).toBe('pass')
    const other = { ...same, readings: { production: 'probabilities', candidate: 'logits' } } as const
    const found = row(other, ask(name, { absolute: 0.2 }))
    expect(found.verdict).toBe('inconclusive')
    expect(found.why).toContain("because production's scores look like probabilities, and the candidate's like logits")
    expect(row(other, ask('accuracy', { absolute: 0.2 })).verdict).toBe('pass')
  })
})

describe('a margin in per cent of a value about 0', () => {
  test.each(['mae', 'rmse', 'log-loss', 'distance'])('leaves %s open, and says so', (metric) => {
    const quality = qualityOf({ examples: 60 })
    const outputs = quality.labels!.map((label, at) => (at === 7 ? label + 1 : label))
    const worse = outputs.map((output) => output + 0.1)
    const values = outputs.map((_, at) => (at === 7 ? 1 : 0))
    const mine = { production: values, candidate: values.map((value) => value + 0.1) }
    const given = {
      ...quality,
      records: { outputs: { production: outputs, candidate: worse }, losses: mine },
      custom: { distance: mine },
    }
    const question = {
      ...ask(metric, { relative: 0.02 }),
      ...(metric === 'distance' ? { better: 'lower' as const } : {}),
    }
    const found = row(given, question)
    expect(found.verdict).toBe('inconclusive')
    expect(found.why).toContain(`because production's ${metric} is about 0`)
    expect([found.interval.low, found.interval.high].every(Number.isFinite)).toBe(true)
  })
})

describe('the area under the ROC curve', () => {
  const quality = qualityOf({ examples: 400, noise: 0.2 })

  test('is compared by DeLong, with his p', () => {
    expect(row(quality, ask('auc')).method).toMatch(/^DeLong interval on 400 examples \(p [\d.]+(e-\d+)?\)$/)
  })

  test('of groups of one is what it is without groups', () => {
    const alone = row(quality, ask('auc'))
    const grouped = row({ ...quality, groups: quality.labels!.map((_, at) => at) }, ask('auc'))
    expect(grouped.method).toBe('DeLong placements on 400 examples in 400 groups')
    expect(grouped.interval.low).toBeCloseTo(alone.interval.low, 4)
    expect(grouped.interval.high).toBeCloseTo(alone.interval.high, 4)
  })

  test('of copies in groups is no surer than the originals', () => {
    const times = <Value>(values: readonly Value[]): Value[] => values.flatMap((value) => [value, value, value, value])
    const { scores } = quality.records as { scores: Record<string, number[]> }
    const copied: Quality = {
      ...quality,
      examples: 1600,
      labels: times(quality.labels!),
      groups: times(quality.labels!.map((_, at) => at)),
      records: { scores: { production: times(scores['production']!), candidate: times(scores['candidate']!) } },
    }
    const [one, four] = [row(quality, ask('auc')), row(copied, ask('auc'))]
    expect(four.change).toBeCloseTo(one.change, 9)
    expect(four.interval.low).toBeCloseTo(one.interval.low, 4)
    expect(row({ ...copied, groups: undefined }, ask('auc')).interval.low).toBeGreaterThan(one.interval.low)
  })

  test('without examples of a class is not measured', () => {
    for (const label of [0, 1]) {
      const one = { ...quality, labels: quality.labels!.map(() => label) }
      const found = row(one, ask('auc'))
      expect(found.verdict).toBe('inconclusive')
      expect(found.why).toContain(`because no example is ${label === 0 ? 'of' : 'not of'} class 1`)
    }
  })
})

describe('margins', () => {
  test('in per cent of an output error are of the outputs', () => {
    const quality = qualityOf({ examples: 2000, harm: 0.02 })
    expect(row(quality, ask('output-error', { relative: 0.05 }))).toMatchObject({
      scale: 'absolute',
      margin: 0.05,
      verdict: 'pass',
    })
    expect(row(quality, ask('output-error', { relative: 0.001 })).verdict).toBe('fail')
  })

  const rare = (production: number, candidate: number): Quality => {
    const rightOf = (count: number): number[] => Array.from({ length: 1000 }, (_, at) => (at < count ? 1 : 0))
    const mine = { production: rightOf(production), candidate: rightOf(candidate) }
    return { ...qualityOf({ examples: 1000 }), custom: { mine } }
  }
  const rarely = (quality: Quality): ComparisonRow =>
    row(quality, { metric: 'mine', margin: { relative: 0.5 }, better: 'higher', alpha: 0.01 })

  test('in per cent of a share that is hardly known itself are hardly known', () => {
    const found = rarely(rare(30, 18))
    expect(found).toMatchObject({ scale: 'relative', change: -0.4, verdict: 'inconclusive' })
    expect(found.method).toContain('Score interval of the ratio on 1000 examples, 0 gained and 12 lost')
    // Of 30 that were right 18 still are: Wilson's interval of that share.
    expect(found.interval.low).toBeCloseTo(0.39259 - 1, 4)
    expect(rarely(rare(300, 180)).verdict).toBe('pass')
    expect(rarely(rare(29, 29)).why).toContain('at least one model is right on only 29 examples, and 30 are needed')
  })

  test('in per cent of nothing are nothing', () => {
    expect(rarely(rare(0, 200))).toMatchObject({ scale: 'absolute', margin: 0, change: 0.2, verdict: 'pass' })
  })

  test('in per cent of an area are of both areas, as leaving examples out shows', () => {
    const quality = qualityOf({ examples: 400, noise: 0.6, harm: 0.2 })
    const asked = ask('auc', { relative: 0.05 })
    const found = row(quality, asked)
    const { production, candidate } = quality.records!.scores as Record<'production' | 'candidate', number[]>
    const changeWithout = (left: number): number => {
      const kept = <Value>(values: readonly Value[]): Value[] => values.filter((_, at) => at !== left)
      const positive = kept(quality.labels as number[]).map((label) => label === 1)
      const { areas } = compareAreas(kept(production), kept(candidate), positive)
      return areas[1] / areas[0] - 1
    }
    expect(found.change).toBeCloseTo(changeWithout(-1), 9)
    const influences = influencesOf(Float64Array.from(production, (_, at) => changeWithout(at)))
    const error = Math.sqrt(influences.reduce((sum, each) => sum + each ** 2, 0))
    const reach = normalQuantile(0.99) * error + skewnessAllowance(influences, 0.98)
    expect((found.change - found.interval.low) / reach).toBeCloseTo(1, 2)
    const grouped = row({ ...quality, groups: quality.labels?.map((_, at) => at) }, asked)
    expect(grouped.interval.low).toBeCloseTo(found.interval.low, 3)
  })
})

describe('slices', () => {
  const quality: Quality = {
    ...qualityOf({ examples: 3000, noise: 0.01 }),
    slices: { 'lang=de': Array.from({ length: 1500 }, (_, at) => 2 * at), 'lang=fr': [1, 3, 5] },
  }
  const { labels = [], predictions } = quality
  // The candidate is wrong on half of the German examples.
  const candidate = predictions['candidate']!.map((top, at) => (at % 4 === 0 ? 1 - labels[at]! : top))
  const harmed = { ...quality, predictions: { ...predictions, candidate } }

  test('are judged alone', () => {
    const found = row(harmed, ask('accuracy[lang=de]'))
    expect(found).toMatchObject({ metric: 'accuracy[lang=de]', unit: 'share', better: 'higher', verdict: 'fail' })
    expect(found.method).toContain('on 1500 examples')
    expect(found.change).toBeLessThan(-0.3)
    expect(row(harmed, ask('accuracy[lang=fr]')).verdict).toBe('inconclusive')
    expect(row(quality, ask('f1[lang=de]', { absolute: 0.1 })).verdict).toBe('pass')
    expect(
      row({ ...quality, groups: labels.map((_, at) => at % 100) }, ask('auc[lang=de]', { absolute: 0.1 })).method,
    ).toContain('in 50 groups')
  })

  test('are asked for like any metric of quality, and of nothing else', () => {
    const accepts = (name: string): boolean => compareSettings.safeParse({ metrics: { [name]: {} } }).success
    expect(['accuracy[lang=de]', 'f1[lang=]', 'auc[site=north 2]'].filter((name) => !accepts(name))).toEqual([])
    expect(['size[lang=de]', 'accuracy[lang]', 'accuracy[lang=de', 'accurate[lang=de]'].filter(accepts)).toEqual([])
  })

  test('that were not measured are errors', () => {
    expect(() => row(quality, ask('accuracy[lang=it]'))).toThrow(
      expect.objectContaining({ code: 'metric-not-measured' }),
    )
  })
})

describe('a metric of the user', () => {
  const own = (margin: number): Question => ({
    metric: 'mine',
    margin: { absolute: margin },
    better: 'higher',
    alpha: 0.01,
  })

  test('of values 1 and 0 is a share, and few examples without a difference prove nothing', () => {
    const values = Array.from({ length: 60 }, (_, at) => (at < 50 ? 1 : 0))
    const quality = { ...qualityOf({ examples: 60 }), custom: { mine: { production: values, candidate: values } } }
    const found = row(quality, own(0.01))
    expect(found.method).toContain('Tango')
    expect(found.verdict).toBe('inconclusive')
  })

  function figures(values: readonly number[], differing: number): CorpusFigures {
    return { ...replicate(meanStatistic(values), { examples: values.length }, { seed: 1, resamples: 1000 }), differing }
  }

  function corpus(production: readonly number[], candidate: readonly number[]): Quality {
    const differing = candidate.filter((value, at) => value !== production[at]).length
    const mine = { production: figures(production, 0), candidate: figures(candidate, differing) }
    return { ...qualityOf({ examples: production.length }), corpus: { mine } }
  }

  const scores = Array.from({ length: 500 }, (_, at) => 0.5 + 0.5 * Math.sin(at))

  test('of the whole data set is compared by what it made of resamples', () => {
    const found = row(
      corpus(
        scores,
        scores.map((value) => value - 0.2),
      ),
      own(0.1),
    )
    expect(found).toMatchObject({ verdict: 'fail', method: 'paired bootstrap on 500 examples, 1000 resamples' })
    expect(found.change).toBeCloseTo(-0.2, 9)
    expect(
      row(
        corpus(
          scores,
          scores.map((value, at) => value - (at % 2 === 0 ? 0.01 : -0.01)),
        ),
        own(0.1),
      ).verdict,
    ).toBe('pass')
  })

  test('that came out the same is not proven to be, on few examples', () => {
    expect(row(corpus(scores, scores), own(0.001)).verdict).toBe('inconclusive')
    expect(row(corpus(scores, scores), own(0.1)).verdict).toBe('pass')
  })

  test('that never varies tells nothing', () => {
    const ones = scores.map(() => 1)
    const found = row(corpus(ones, ones), own(0.1))
    expect(found.verdict).toBe('inconclusive')
    expect(found.why).toContain('because mine is the same whichever examples are left out')
  })
})

describe('what was not seen', () => {
  test.each(['log-loss', 'rmse', 'mae', 'r2', 'distance'])(
    'equal outputs on thirty examples do not pass %s',
    (metric) => {
      const own = metric === 'distance' ? { better: 'lower' as const } : {}
      const asked = (margin: number): Question => ({ ...ask(metric, { absolute: margin }), ...own })
      const judged = (examples: number): ComparisonRow => {
        const [row] = wordedRows(withQuality(qualityOf({ examples })), [asked(0.02)], 0.01)
        return row as ComparisonRow
      }
      expect(judged(30)).toMatchObject({ verdict: 'inconclusive', change: 0 })
      expect(judged(30).interval.high).toBeGreaterThan(0.02)
      expect(judged(5000).verdict).toBe('pass')
    },
  )

  test.each(['accuracy', 'f1', 'auc', 'mae', 'log-loss'])('what would settle %s is what settles it', (metric) => {
    const asked = ask(metric)
    const few = row(qualityOf({ examples: 60 }), asked)
    expect(few.verdict).toBe('inconclusive')
    const needed = few.needs?.examples ?? 0
    expect(needed).toBeLessThan(20_000)
    expect(row(qualityOf({ examples: Math.ceil(1.3 * needed) }), asked).verdict).toBe('pass')
    expect(row(qualityOf({ examples: Math.floor(0.5 * needed) }), asked).verdict).toBe('inconclusive')
  })

  const byTable = ['log-loss', 'rmse', 'mae', 'r2', 'output-error', 'auc']
  test.each([...byTable, 'distance'])(
    'outputs that differ by nothing to speak of tell no more of %s than equal ones',
    (metric) => {
      const own = metric === 'distance' ? { better: 'lower' as const } : {}
      const judged = (examples: number, apart: number): ComparisonRow =>
        row(nearly(qualityOf({ examples }), apart), { ...ask(metric, { absolute: 0.02 }), ...own })
      for (const apart of [0, 1e-9, 1e-6]) {
        expect(judged(30, apart).verdict).toBe('inconclusive')
        const [equal, near] = [judged(100, 0), judged(100, apart)]
        expect(near.verdict).toBe(equal.verdict)
        expect(near.interval.high).toBeCloseTo(equal.interval.high, 4)
        expect(near.interval.low).toBeCloseTo(equal.interval.low, 4)
      }
    },
  )

  /** The candidate's records off by next to nothing, on every example. */
  function nearly(quality: Quality, apart: number): Quality {
    const off = (sides: Readonly<Record<string, readonly number[]>>) => ({
      ...sides,
      candidate: sides['production']!.map((value, at) => value + (at % 3 === 0 ? 0 : at % 2 === 0 ? apart : -apart)),
    })
    const { outputs, scores, losses, errors } = quality.records!
    return {
      ...quality,
      records: {
        outputs: off(outputs!),
        scores: off(scores!),
        losses: off(losses!),
        errors: { ...errors, candidate: errors!['production']!.map(() => apart) },
      },
      custom: { distance: off(quality.custom['distance']!) },
    }
  }
})

describe('a margin that no candidate can exceed', () => {
  test.each(['accuracy', 'f1', 'agreement'])('says nothing of %s where production is hardly ever right', (name) => {
    const labels = Array.from({ length: 2000 }, (_, at) => at % 10)
    const wrong = labels.map((label, at) => (at % 100 === 0 ? label : (label + 5) % 10))
    const quality: Quality = {
      data: 'eval',
      examples: labels.length,
      labels,
      predictions: { production: wrong, candidate: wrong },
      custom: {},
    }
    const found = row(quality, ask(name, { absolute: 0.15 }))
    if (name === 'agreement') return expect(found.verdict).toBe('pass')
    expect(found).toMatchObject({ verdict: 'inconclusive', change: 0 })
    expect(found.why).toMatch(
      /because no \w+ is worse than 0 %, so that with production at [\d.]+ % no candidate could fail/,
    )
    expect(found).not.toHaveProperty('needs')
    // A margin that can be exceeded is judged, and so is a claim to be better.
    expect(row(quality, ask(name, { absolute: 0.008 })).verdict).toBe('pass')
    expect(row(quality, { ...ask(name, { absolute: 0.15 }), claim: 'better' }).verdict).toBe('fail')
  })

  test('says nothing of log-loss where production is as wrong as can be', () => {
    const quality = qualityOf({ examples: 2000 })
    const losses = quality.records!.losses!['production']!.map(() => 15.5)
    const held = { ...quality, records: { ...quality.records, losses: { production: losses, candidate: losses } } }
    expect(row(held, ask('log-loss', { absolute: 0.5 })).why).toContain('no candidate could fail')
    expect(row(quality, ask('log-loss', { absolute: 0.5 })).verdict).toBe('pass')
  })
})

test('top-5 of five classes is the same whatever a model answers', () => {
  const of = (production: number, candidate = production): ComparisonRow =>
    row({ ...qualityOf({ examples: 2000 }), classes: { production, candidate } }, ask('top-5', { absolute: 0.05 }))
  expect(of(6).verdict).toBe('pass')
  expect(of(5)).toMatchObject({ verdict: 'inconclusive' })
  expect(of(6, 5).why).toContain('because of 5 classes top-5 is the same whatever a model answers, and 6 are needed')
})
