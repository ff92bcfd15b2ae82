import type { ExternalData } from '../external.ts';
import type { Report } from '../findings.ts';
import type { Model } from '../messages.ts';
/** That external data lies within its file. Whoever opened the files has seen to it that they may be read. */
export declare function checkExternal(model: Model, external: ExternalData, report: Report): void;
