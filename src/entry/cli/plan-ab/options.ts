import { flag, type Given, neededText, text, textOr } from '../command.ts'

export const options = {
  baseline: text('<rate>', 'the rate of production, such as 5%'),
  mean: text('<number>', 'or the mean of production,'),
  deviation: text('<number>', 'with the standard deviation between users'),
  margin: neededText('<margin>', 'how much worse is acceptable, or how much better is looked for: 0.5pp, 3% or 0.2'),
  claim: textOr('not-worse', '<claim>', 'not-worse or better'),
  hoped: text('<change>', 'how much better you hope it is: a test for not-worse then takes fewer users'),
  lowerIsBetter: flag('a lower rate or mean is better'),
  power: textOr('90%', '<share>', 'the chance to pass that is planned for'),
  alpha: textOr('1%', '<share>', 'how often a verdict may be wrong, each way'),
  traffic: text('<users>', 'users per day'),
  share: textOr('50%', '<share>', 'of the users, who meet the candidate'),
  looks: textOr('5', '<number>', 'how often a sequential test is looked at'),
}

/** What the command line gives, as it was written. */
export type AbOptions = Given<typeof options>
