import type { Question, Row } from '../../core/products/index.ts'
import { type Claimed, type Judgement, judge } from '../../stats/claims.ts'
import type { Interval } from '../../stats/interval.ts'
import type { Doubt } from './doubt.ts'
import type { Method } from './method.ts'
import { type Scale, tidy } from './scale.ts'

/** A row in numbers and codes: what is recorded of it, and what its sentences are made from (`words/`). */
export interface JudgedRow extends Row {
  readonly method: Method
  readonly doubt?: Doubt | undefined
  /** How many comparisons there were, where the row is an alarm that may be chance among so many. */
  readonly among?: number | undefined
}

/** What a row is about. */
export interface Asked extends Pick<Row, 'metric' | 'scenario' | 'unit' | 'better'> {
  readonly claim?: Question['claim']
  /** One-sided error rate. */
  readonly alpha: number
}

/** What was found out about it. */
export interface Found {
  /** Production's value and the candidate's. */
  readonly values: readonly [number, number]
  readonly scale: Scale
  /** Of the change from the first to the second, on that scale. */
  readonly interval: Interval
  readonly method: Method
  readonly doubt?: Doubt | undefined
}

/** The claim of a question, as it is judged. */
export function claimedIn({ claim, better }: Asked, { margin }: Scale): Claimed {
  return { claim: claim ?? 'not-worse', margin, better }
}

/** The verdict of an interval; where there is a doubt, none. */
export function judgementOf(asked: Asked, { interval, scale, doubt }: Found): Judgement {
  if (doubt !== undefined) return { verdict: 'inconclusive', improved: false }
  return judge(interval, { ...claimedIn(asked, scale), alpha: asked.alpha })
}

/** Every row is made here. */
export function rowOf(asked: Asked, found: Found, judgement: Judgement = judgementOf(asked, found)): JudgedRow {
  const { metric, scenario, unit, better, claim } = asked
  const { values, scale, interval, method, doubt } = found
  return {
    metric,
    ...(scenario === undefined ? {} : { scenario }),
    unit,
    better,
    production: values[0],
    candidate: values[1],
    scale: scale.scale,
    change: interval.estimate,
    interval: { low: interval.low, high: interval.high, level: interval.level },
    margin: scale.margin,
    ...(claim === undefined ? {} : { claim }),
    ...judgement,
    method,
    ...(doubt === undefined ? {} : { doubt }),
  }
}

/** The row with its measured numbers to the digits that are recorded. */
export function tidied(row: JudgedRow): JudgedRow {
  const { low, high, level } = row.interval
  return {
    ...row,
    production: tidy(row.production),
    candidate: tidy(row.candidate),
    change: tidy(row.change),
    interval: { low: tidy(low), high: tidy(high), level: tidy(level) },
  }
}

/** What is recorded of a row beside its sentences. */
export function factsOf({ method: _, doubt: __, among: ___, ...facts }: JudgedRow): Row {
  return facts
}
