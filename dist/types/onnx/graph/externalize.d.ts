import type { Model } from '../format/messages.ts';
import { type ExternalData } from '../tensors/external.ts';
export interface Placement {
    /** Name of the data file, beside the model. */
    readonly location: string;
    /** Smaller weights stay in the model. Bytes. */
    readonly least?: number;
    /** Offsets are multiples of it, so that a runtime can map the file into memory: 4096, and 65536 on Windows. */
    readonly alignment?: number;
}
export interface Externalized {
    /** The model without its weights. */
    readonly model: Model;
    /** The data file: its length in bytes, and the bytes piece by piece. */
    readonly data: {
        readonly length: number;
        readonly pieces: Iterable<Uint8Array>;
    };
}
/** Moves the weights of a model into one data file. Texts stay, and so do weights that are in another file that is not at hand. */
export declare function withExternalData(model: Model, { location, least, alignment }: Placement, external?: ExternalData): Externalized;
/** Takes the weights of a model out of the files they are in. Those of files that are not at hand stay there. */
export declare function withInlineData(model: Model, external: ExternalData): Model;
