import { flag, type Given, neededText, text, textOr } from '../command.ts'

export const options = {
  baseline: text('<rate>', 'the rate of production, such as 5%'),
  mean: text('<number>', "production's mean, instead of --baseline; needs --deviation"),
  deviation: text('<number>', 'the standard deviation between users; needs --mean'),
  margin: neededText('<margin>', 'how much worse is acceptable, or how much better you want to show: 0.5pp, 3% or 0.2'),
  claim: textOr('not-worse', '<claim>', 'not-worse or better'),
  hoped: text('<change>', 'how much better you hope it is: a test for not-worse then takes fewer users'),
  lowerIsBetter: flag('a lower rate or mean is better'),
  power: textOr('90%', '<share>', 'the probability of a pass to plan for'),
  alpha: textOr('1%', '<share>', 'how often a verdict may be wrong, each way'),
  traffic: text('<users>', 'users per day'),
  share: textOr('50%', '<share>', 'share of users who get the candidate'),
  looks: textOr('5', '<number>', 'number of looks in a sequential test'),
}

/** What the command line gives, as it was written. */
export type AbOptions = Given<typeof options>
