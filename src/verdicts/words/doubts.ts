import { printChange, printValue } from '../../core/quantity/index.ts'
import type { Doubt, Doubts } from '../row/doubt.ts'
import type { JudgedRow } from '../row/row.ts'

/** Why there is no verdict, in words that follow "because". */
export function doubtWords(row: JudgedRow, doubt: Doubt): string {
  const say = words[doubt.code] as (doubt: Doubt, row: JudgedRow) => string
  return say(doubt, row)
}

const words: { readonly [Code in keyof Doubts]: (doubt: Doubts[Code], row: JudgedRow) => string } = {
  'few-examples': ({ examples, needed }) =>
    `${examples === 1 ? 'there is only one example' : `there are only ${examples} examples`}, and ${needed} are needed`,
  'few-groups': ({ worth, needed }) =>
    `the groups are worth only ${worth} ${worth === 1 ? 'group' : 'groups'} of equal size, and ${needed} are needed`,
  'few-right': ({ examples, needed }) =>
    `at least one model is right on only ${examples} ${examples === 1 ? 'example' : 'examples'}, and ${needed} are needed`,
  'few-of-class': ({ class: name, side, examples, worth, needed }) => {
    const which = { of: `of class ${name}`, 'not-of': `not of class ${name}`, predicted: `predicted as class ${name}` }
    if (examples === 0) return `no example is ${which[side]}`
    return worth !== undefined
      ? `the groups of the ${examples} examples that are ${which[side]} are worth only ${worth} ${worth === 1 ? 'group' : 'groups'} of equal size, and ${needed} are needed`
      : `only ${examples === 1 ? 'one example is' : `${examples} examples are`} ${which[side]}, and ${needed} are needed`
  },
  'never-varies': (_, { metric }) => `${metric} is the same whichever examples are left out`,
  'about-zero': (_, { metric }) =>
    `production's ${metric} is about 0, so a change cannot be stated as a share of it (state the margin in the metric's own unit)`,
  'few-classes': ({ classes, needed }, { metric }) =>
    `of ${classes} classes ${metric} is the same whatever a model answers, and ${needed} are needed`,
  'cannot-fail': ({ worst }, { metric, unit, production }) =>
    `no ${metric} is worse than ${printValue(worst, unit)}, so that with production at ${printValue(production, unit)} no candidate could fail (state a smaller margin, and see whether the labels are those of these outputs)`,
  'no-skill': ({ guess }, { metric, unit, production }) =>
    `a model that knows nothing of its inputs has ${metric} of ${printValue(guess, unit)}, and production ${printValue(production, unit)}, so that guessing would pass (state a smaller margin, and see whether the labels are those of these outputs)`,
  'classes-differ': ({ classes: [before, after] }) =>
    `production distinguishes ${before} classes, and the candidate ${after}`,
  'readings-differ': ({ readings: [before, after] }) =>
    `production's scores look like ${before}, and the candidate's like ${after}`,
  'few-slow-runs': ({ slower, needed, runs }) =>
    `only ${slower} runs were slower than that percentile, and ${needed} are needed (${runs} runs of each)`,
  'copies-differ': ({ scale, change }, { unit }) =>
    `two copies of production differed by ${printChange({ scale, unit }, change)} in the same run`,
  'clocks-differ': ({ mhz, inCycles }) =>
    `the GPU clock was ${Math.round(mhz[0])} MHz for production and ${Math.round(mhz[1])} MHz for the candidate, and in clock cycles the verdict would be ${inCycles}`,
  'few-requests': ({ candidate, stable, needed }) =>
    `too few requests to judge (${candidate} to the candidate, ${stable} to stable; ${needed} are needed)`,
  'few-windows': ({ windows, needed, requests, requestsNeeded }) =>
    `too little to judge (${windows} windows of ${needed}, ${requests} requests of ${requestsNeeded})`,
}
