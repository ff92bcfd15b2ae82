import type { RunReport } from '../../core/report.ts';
import { type Html, type Section } from './parts.ts';
/** The numbers that decided, large: the key metric first, then what else the gate required, four at most. */
export declare function keyFigures(report: RunReport): Html | undefined;
export declare function metrics(report: RunReport): Promise<Section | undefined>;
export declare function latency(report: RunReport): Promise<Section | undefined>;
export declare function rollout(report: RunReport): Promise<Section | undefined>;
