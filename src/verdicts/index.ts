export { compareBeside, type Expected } from './comparison/beside.ts'
export { compareRows } from './comparison/index.ts'
export * from './evidence/index.ts'
export { metricNamed, metrics } from './metrics/index.ts'

export { leastAlike, type OutputFigures } from './row/beside.ts'

export { currentRules, type Rules } from './row/rules.ts'

export * from './traffic/index.ts'
export { describeBeside } from './words/beside.ts'
export { describeRows } from './words/index.ts'
