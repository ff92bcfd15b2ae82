import type { Files } from '../../core/world.ts';
import type { Model } from '../format/messages.ts';
import { type ExternalData } from '../tensors/external.ts';
/** Opens the files, in the folder of the model, that hold weights of it. */
export declare function openExternal(model: Model, folder: string, files: Pick<Files, 'openWithin'>): Promise<ExternalData>;
/** The names of the files, beside the model, that hold weights of it: sorted, each once. */
export declare function externalFiles(model: Model): string[];
