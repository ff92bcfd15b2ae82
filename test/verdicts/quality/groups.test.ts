import { describe, expect, test } from 'vitest'
import type { Quality } from '../../../src/core/products/index.ts'
import { parseMargin } from '../../../src/core/quantity/index.ts'
import { createRandom } from '../../../src/stats/random.ts'
import { compareRows, describeRows } from '../../../src/verdicts/index.ts'
import type { Rules } from '../../../src/verdicts/row/rules.ts'
import { measurements } from '../measurements.ts'

interface Patients {
  /** Healthy ones of one image each. */
  readonly single: number
  /** Sick ones, or as healthy where `sick` is false, of so many images each. */
  readonly many: number
  readonly images: number
  readonly sick?: boolean
}

/** Two models that answer all alike, and all right. */
function qualityOf({ single, many, images, sick = true }: Patients): Quality {
  const random = createRandom(1)
  const groups = Array.from({ length: single + many * images }, (_, at) =>
    at < single ? at : single + Math.floor((at - single) / images),
  )
  const labels = groups.map((group) => (sick && group >= single ? 1 : 0))
  const scores = labels.map((label) => label + 0.9 * random.uniform())
  const both = (values: readonly number[]) => ({ production: values, candidate: values })
  return {
    data: 'eval',
    examples: groups.length,
    labels,
    groups,
    classes: { production: 2, candidate: 2 },
    predictions: both(labels),
    records: { scores: both(scores) },
    custom: {},
  }
}

function rowOf(quality: Quality, metric: string, margin: string, rules?: Rules) {
  const asked = { metric, margin: parseMargin(margin)!, alpha: 0.01 }
  const [row] = describeRows(compareRows({ ...measurements(), quality }, [asked], 0.01, rules))
  if (row === undefined) throw new Error('there is a row of each question')
  return row
}

/** The share of so many patients that may be lost unseen: 1 % of such samples show none. */
const unseen = (patients: number): number => 1 - 0.01 ** (1 / patients)

describe('sick patients of ten images each beside healthy ones of one', () => {
  const thirty = qualityOf({ single: 2000, many: 30, images: 10 })

  test.each(['recall', 'f1', 'precision'])('%s allows for as many unseen ones as patients tell of', (metric) => {
    const { verdict, interval } = rowOf(thirty, metric, '4.8pp')
    expect(verdict).toBe('inconclusive')
    expect(interval.low).toBeCloseTo(-unseen(30), 3)
    expect(rowOf(qualityOf({ single: 2000, many: 100, images: 10 }), metric, '5pp').verdict).toBe('pass')
  })

  test('so does auc, of which they take half', () => {
    const { verdict, interval } = rowOf(thirty, 'auc', '0.024')
    expect(verdict).toBe('inconclusive')
    expect(interval.low).toBeLessThan(-0.49 * unseen(30))
    expect(rowOf(qualityOf({ single: 2000, many: 100, images: 10 }), 'auc', '0.03').verdict).toBe('pass')
  })

  test.each(['recall', 'f1', 'precision', 'auc'])('%s of fewer than 30 is inconclusive', (metric) => {
    const margin = metric === 'auc' ? '0.4' : '40pp'
    const { verdict, why } = rowOf(qualityOf({ single: 2000, many: 20, images: 15 }), metric, margin)
    expect(verdict).toBe('inconclusive')
    expect(why).toContain(
      'the groups of the 300 examples that are of class 1 are worth only 20 groups of equal size, and 30 are needed',
    )
    expect(rowOf(thirty, metric, margin).verdict).toBe('pass')
  })

  test('one who has all images of the class is one', () => {
    const { why } = rowOf(qualityOf({ single: 2000, many: 1, images: 300 }), 'recall', '5pp')
    expect(why).toContain('are worth only 1 group of equal size')
  })

  test('were counted by their images before', () => {
    expect(rowOf(thirty, 'recall', '4.8pp', 'airworthy.evidence/2').verdict).toBe('pass')
  })
})

describe('accuracy of a few large groups beside many small ones', () => {
  const uneven = qualityOf({ single: 3000, many: 30, images: 40, sick: false })

  test('leaves open what a share of the large groups does', () => {
    const { verdict, interval } = rowOf(uneven, 'accuracy', '2pp')
    expect(verdict).toBe('inconclusive')
    expect(interval.low).toBeCloseTo((-1200 / 4200) * unseen(30), 9)
    expect(rowOf(uneven, 'accuracy', '2pp', 'airworthy.evidence/2').verdict).toBe('pass')
  })

  test('of groups that are all of one size is what their number says', () => {
    const { interval } = rowOf(qualityOf({ single: 0, many: 100, images: 7, sick: false }), 'accuracy', '2pp')
    expect(interval.low).toBeCloseTo(-unseen(100), 6)
  })
})

test('a group that holds examples of many classes is one, not one of each', () => {
  const [classes, patients] = [10, 60]
  const labels = Array.from({ length: classes * patients }, (_, at) => at % classes)
  const groups = labels.map((_, at) => Math.floor(at / classes))
  const told = { production: classes, candidate: classes }
  const predictions = { production: labels, candidate: labels }
  const quality = { data: 'eval', examples: labels.length, labels, groups, classes: told, predictions, custom: {} }
  expect(rowOf(quality, 'recall', '5pp').interval.low).toBeCloseTo(-unseen(patients), 6)
})
