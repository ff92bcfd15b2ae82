import type { TargetKind } from '../core/target.ts'
import { local } from './local/index.ts'

/** The table of targets: what a rollout can serve on. */
export const targets: readonly TargetKind[] = [local]
