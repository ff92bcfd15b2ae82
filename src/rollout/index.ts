export { drive, type Ports, type RolloutPlan } from './drive.ts'
export { runHook } from './hooks.ts'
export { resultOf } from './result.ts'
