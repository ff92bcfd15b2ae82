import type { ModelSummary } from '../../core/products/index.ts';
/** A first pipeline for a model: it runs as it is, and shows where to go on. */
export declare function starterPipeline(model: string, summary: ModelSummary, remote: string | undefined): string;
/** A workflow that checks pull requests and releases from main, each with the rights it needs. `version`: of the Actions. */
export declare function starterWorkflow(version: string): string;
