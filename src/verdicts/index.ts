export { compareCompatibility, type Expected } from './comparison/compatibility.ts'
export { compareRows } from './comparison/index.ts'
export * from './evidence/index.ts'
export { metricNamed, metrics } from './metrics/index.ts'

export { leastAlike, type OutputFigures } from './row/compatibility.ts'

export { currentRules, type Rules } from './row/rules.ts'

export * from './traffic/index.ts'
export { describeCompatibility } from './words/compatibility.ts'
export { describeRows } from './words/index.ts'
