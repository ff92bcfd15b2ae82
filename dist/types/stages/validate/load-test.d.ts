import type { Finding, Subject } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
import type { LoadTest } from './settings.ts';
/** That the candidate serves real requests on a real server: it answers, without errors, in time. */
export declare function checkLoad(test: LoadTest, subject: Subject, tools: StageTools): Promise<readonly Finding[]>;
