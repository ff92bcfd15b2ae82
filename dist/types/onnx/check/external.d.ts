import type { Model } from '../format/messages.ts';
import type { ExternalData } from '../tensors/external.ts';
import type { Report } from './findings.ts';
/** That external data lies within its file. Whoever opened the files has seen to it that they may be read. */
export declare function checkExternal(model: Model, external: ExternalData, report: Report): void;
