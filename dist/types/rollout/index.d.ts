export type { AnalysisRule } from './analysis.ts';
export { drive, type Ports, type RolloutPlan } from './drive.ts';
export { type Hook, hook, runHook } from './hooks.ts';
export { percent } from './machine.ts';
export { resultOf } from './result.ts';
