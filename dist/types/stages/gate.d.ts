import type { Comparison, Decision } from '../core/products/index.ts';
import { type StageKind } from '../core/stage.ts';
export interface GateSettings {
    readonly require?: readonly string[] | undefined;
    readonly inconclusive: 'fail' | 'warn' | 'extend';
    readonly extensions: number;
    readonly 'first-release': 'pass' | 'fail';
}
/** Decides from the comparison whether the candidate goes on. */
export declare const gate: StageKind;
/** The worst of the required rows decides; no rows at all are inconclusive. Throws `gate-metric-not-compared`. */
export declare function decide(comparison: Comparison, { require, inconclusive }: GateSettings): Decision;
