import { parseMargin, parseShare, printPoints, printShare, type StatedMargin } from '../../../core/quantity/index.ts'
import { type AbAim, type AbQuestion, fixedSize, type Response, valueWhen } from '../../../stats/ab-plan.ts'
import { entryError } from '../../errors.ts'
import type { AbOptions } from './options.ts'

export interface PlannedQuestion extends AbQuestion {
  /** Users a day, both arms together. */
  readonly traffic?: number
}

/** The question that the options ask. Throws what is wrong with the first of them that is. */
export function questionOf(options: AbOptions): PlannedQuestion {
  const response = responseOf(options)
  const aim: AbAim = {
    claim: claimOf(options.claim),
    margin: changeOf('margin', options.margin, response),
    ...hopeOf(options, response),
    better: options.lowerIsBetter ? 'lower' : 'higher',
    alpha: shareOf('alpha', options.alpha, 0.0001, 0.2, 'a share from 0.01% to 20%'),
    power: shareOf('power', options.power, 0.5, 0.9999, 'a share from 50% to 99.99%'),
    share: shareOf('share', options.share, 0.001, 0.999, 'a share from 0.1% to 99.9%'),
  }
  requireReach(response, aim, options)
  const looks = numberOf('looks', options.looks, isLooks, 'a whole number from 1 to 20')
  if (options.traffic === undefined) return { response, aim, looks }
  const traffic = numberOf('traffic', options.traffic, (users) => users >= 1, 'a number of users per day, at least 1')
  return { response, aim, looks, traffic }
}

function isLooks(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 20
}

function responseOf({ baseline, mean, deviation }: AbOptions): Response {
  const number = mean === undefined ? deviation && `--deviation ${deviation}` : `--mean ${mean}`
  if (baseline !== undefined) {
    if (number) throw wrong(`--baseline ${baseline} with ${number}`, 'a rate alone, or a mean with its deviation')
    return { kind: 'rate', baseline: rateOf(baseline) }
  }
  const missing = number ? (mean === undefined ? '--mean' : '--deviation') : '--baseline, or --mean with --deviation,'
  if (mean === undefined || deviation === undefined)
    throw entryError('argument-missing', { argument: missing, command: 'plan-ab' })
  return {
    kind: 'mean',
    baseline: numberOf('mean', mean, Number.isFinite, 'a number'),
    deviation: numberOf('deviation', deviation, (value) => value > 0, 'a number above 0'),
  }
}

function rateOf(text: string): number {
  const rate = parseShare(text)
  if (rate !== undefined && rate > 0 && rate < 1) return rate
  throw wrong(`--baseline ${text}`, 'a rate between 0% and 100%, such as 5%')
}

function claimOf(text: string): AbAim['claim'] {
  if (text === 'not-worse' || text === 'better') return text
  throw wrong(`--claim ${text}`, 'not-worse or better')
}

function changeOf(name: string, text: string, { kind, baseline }: Response): number {
  const margin = parseMargin(text)
  const absolute = margin === undefined ? 0 : (absoluteOf(margin, kind, baseline) ?? 0)
  if (absolute > 0) return absolute
  const examples =
    kind === 'rate'
      ? '0.5pp, 3% (of the baseline) or 0.005'
      : '3% (of a mean that is not 0) or 0.5 (in the unit of the mean, without naming it)'
  throw wrong(`--${name} ${text}`, `a change above 0, such as ${examples}`)
}

/** A claim to be better is planned for its margin, and for nothing else. */
function hopeOf({ hoped, claim }: AbOptions, response: Response): Pick<AbAim, 'hoped'> {
  if (hoped === undefined) return {}
  if (claim === 'better')
    throw wrong(
      `--hoped ${hoped} with --claim better`,
      '--margin alone: with --claim better the test is planned for the margin',
    )
  return { hoped: changeOf('hoped', hoped, response) }
}

/** Undefined for a unit of something else: a mean is a plain number, whose unit nobody stated, and a rate a share. */
function absoluteOf(margin: StatedMargin, kind: Response['kind'], baseline: number): number | undefined {
  if ('relative' in margin) return margin.relative * Math.abs(baseline)
  const units = kind === 'rate' ? ['pp', ''] : ['']
  return units.includes(margin.unit) ? margin.absolute : undefined
}

/** No rate lies below 0 or above 1, and no test takes more users than can be counted. */
function requireReach(response: Response, aim: AbAim, { margin, hoped }: AbOptions): void {
  requireRate(aim.claim === 'better' ? -aim.margin : aim.margin, response, aim, `--margin ${margin}`)
  if (aim.hoped !== undefined) requireRate(-aim.hoped, response, aim, `--hoped ${hoped}`)
  const { candidate, production } = fixedSize(response, aim)
  if (!Number.isSafeInteger(2 * (candidate + production)))
    throw wrong(`--margin ${margin}`, 'a larger margin: this one needs more users than can be counted')
}

function requireRate(worse: number, response: Response, { better }: AbAim, argument: string): void {
  const end = valueWhen(worse, response, better)
  if (response.kind === 'mean' || (end > 0 && end < 1)) return
  const room = end <= 0 ? response.baseline : 1 - response.baseline
  throw wrong(
    argument,
    `a change below ${printPoints(room, 6)}, what lies between the baseline and ${printShare(end <= 0 ? 0 : 1)}`,
  )
}

function shareOf(name: string, text: string, from: number, to: number, expected: string): number {
  const value = parseShare(text)
  if (value !== undefined && value >= from && value <= to) return value
  throw wrong(`--${name} ${text}`, expected)
}

function numberOf(name: string, text: string, holds: (value: number) => boolean, expected: string): number {
  const value = /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : Number.NaN
  if (Number.isFinite(value) && holds(value)) return value
  throw wrong(`--${name} ${text}`, expected)
}

function wrong(argument: string, expected: string): Error {
  return entryError('argument-wrong', { argument, expected })
}
