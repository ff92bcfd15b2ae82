import type { RecordName } from '../core/metric.ts'
import { dataError } from './errors.ts'
import { isNumber } from './finite.ts'
import { errorRecorder } from './output-error.ts'
import { classScoresOf, type Row, scoresOf } from './outputs.ts'
import type { Recorder, Recording } from './recorder.ts'
import { lossOf, rankOf, type ScoreType, scoreTypeOf, scoreTypeTogether, softmax, topClass } from './scores.ts'

/**
 * What is kept of each example for the metrics of the table:
 * `classes`: the top class; `ranks`: how many other classes score at least as high as the label; `scores`: for the ROC curve, the score of class 1,
 * or the probabilities of all classes where there are more than two; `losses`: −ln of the label's probability;
 * `outputs`: the single number the model gives; `errors`: how far the outputs lie from production's.
 * Throws what `scoresOf` does; `output-not-number`; `data-label` on a label that is none of the model's classes;
 * `output-not-finite` where a metric means nothing on NaN; `metric-too-large`.
 */
export const recorders: { readonly [Name in RecordName]: (recording: Recording) => Recorder } = {
  classes: (recording) =>
    classRecorder(recording, (row, index) => {
      if (recording.labels.length > 0) labelAmong(row.length, recording, index)
      return topClass(row)
    }),
  ranks: (recording) => classRecorder(recording, (row, index) => rankOf(labelAmong(row.length, recording, index), row)),
  scores: scoreRecorder,
  losses: lossRecorder,
  outputs: (recording) => oneOfEach(recording, scoresOf, (row, index) => given(numberOf(row, recording, index))),
  errors: errorRecorder,
}

/** Numbers that `scores` may hold in all: evidence keeps them. */
const mostScores = 1_000_000

type Each = (row: Row, index: number) => void

/** Calls back with the scores of each example, in order. */
function eachRow({ contender }: Recording, read: typeof scoresOf, each: Each): Recorder['take'] {
  return ({ outputs, start, count, rows, scored }) => {
    const { row } = read(outputs, rows, contender, scored)
    for (let at = 0; at < count; at++) each(row(at), start + at)
  }
}

function oneOfEach(recording: Recording, read: typeof scoresOf, number: (row: Row, index: number) => number): Recorder {
  const values: number[] = []
  const take = eachRow(recording, read, (row, index) => values.push(number(row, index)))
  return { take, finish: () => values }
}

function classRecorder(recording: Recording, number: (row: Row, index: number) => number): Recorder {
  let classes = 2
  const recorder = oneOfEach(recording, classScoresOf, (row, index) => {
    classes = Math.max(classes, row.length)
    return number(row, index)
  })
  return { ...recorder, classes: () => classes }
}

/** Whether models give probabilities or logits shows when all examples are seen: both are kept until then. */
function lossRecorder(recording: Recording): Recorder {
  const [ofProbabilities, ofLogits]: [number[], number[]] = [[], []]
  let scoreType: ScoreType = 'probabilities'
  const take = eachRow(recording, scoresOf, (row, index) => {
    const label = labelAmong(row.length, recording, index)
    if (!row.some(Number.isNaN)) scoreType = scoreTypeTogether(scoreType, scoreTypeOf(row))
    ofProbabilities.push(short(lossOf(label, row, 'probabilities')))
    ofLogits.push(short(lossOf(label, row, 'logits')))
  })
  return {
    take,
    scoreType: () => scoreType,
    finish: (reading) => (reading === 'probabilities' ? ofProbabilities : ofLogits),
  }
}

function scoreRecorder(recording: Recording): Recorder {
  const [ofProbabilities, ofLogits]: [number[], number[]] = [[], []]
  let scoreType: ScoreType = 'probabilities'
  const take = eachRow(recording, scoresOf, (row, index) => {
    checkSize(row.length, recording)
    labelAmong(row.length, recording, index)
    const scores = row.map((score) => finite(score, recording, index))
    scoreType = scoreTypeTogether(scoreType, scoreTypeOf(scores))
    for (const score of scores.length === 2 ? scores.subarray(1) : scores) ofProbabilities.push(given(score))
    if (scores.length < 3) ofLogits.push(given(oddsOf(scores)))
    else for (const score of softmax(scores)) ofLogits.push(short(score))
  })
  return {
    take,
    scoreType: () => scoreType,
    finish: (reading) => (reading === 'probabilities' ? ofProbabilities : ofLogits),
  }
}

/** What orders examples as the probability of class 1 does. */
function oddsOf(logits: Row): number {
  return logits.length === 1 ? (logits[0] as number) : (logits[1] as number) - (logits[0] as number)
}

function checkSize(classes: number, { contender, examples }: Recording): void {
  const scores = classes < 3 ? examples : examples * classes
  if (scores <= mostScores) return
  const why = `${contender} gives ${classes} scores for each of ${examples} examples, and evidence holds ${mostScores} in all`
  throw dataError('metric-too-large', { metric: 'auc', why })
}

/** Scores of a single number tell classes 0 and 1 apart. */
function labelAmong(scores: number, { data, labels, contender }: Recording, index: number): number {
  const label = labels[index] as number
  const classes = Math.max(2, scores)
  if (label < classes) return label
  const reason = `the label of example ${index} is ${label}, and ${contender} tells classes 0 to ${classes - 1} apart`
  throw dataError('data-label', { data, reason })
}

function numberOf(row: Row, recording: Recording, index: number): number {
  if (row.length === 1) return finite(row[0] as number, recording, index)
  throw dataError('output-not-number', { contender: recording.contender, numbers: row.length })
}

function finite(value: number, { contender }: Recording, index: number): number {
  if (isNumber(value)) return value
  throw dataError('output-not-finite', { contender, value: String(value), example: index })
}

/** What a model gave: no two numbers become the same. Single floats take nine digits for that, and evidence stays short. */
function given(value: number): number {
  return Math.fround(value) === value ? short(value) : value
}

/** What was computed, to nine digits. */
function short(value: number): number {
  return Number(value.toPrecision(9))
}
