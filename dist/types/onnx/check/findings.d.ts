import type { Finding } from '../../core/products/index.ts';
import { type FindingCode } from './catalogue.ts';
/** Severity and hint come from the catalogue; a finding that knows what to do better gives its own hint. */
export type Report = (code: FindingCode, where: string, message: string, hint?: string) => void;
/** Collects findings. Those beyond the first 20 of a code become one that says how many more there are. */
export declare function collectFindings(run: (report: Report) => void): Finding[];
