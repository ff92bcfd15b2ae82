import type { Finding } from '../core/products.ts';
export type Report = (severity: Finding['severity'], code: string, where: string, message: string, hint: string) => void;
/** Collects findings. Those beyond the first 20 of a code become one that says how many more there are. */
export declare function collectFindings(run: (report: Report) => void): Finding[];
