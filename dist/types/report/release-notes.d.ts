import type { RunReport } from '../core/report.ts';
import { type Link } from './markdown/blocks.ts';
/**
 * The notes of a release as GitHub-flavoured markdown, from the evidence alone: why this version, what changed in speed, quality and size,
 * what it was measured on, the digests. Undefined when the run released nothing.
 */
export declare function renderReleaseNotes(report: RunReport, links?: readonly Link[]): string | undefined;
