import type { Processes } from '../../core/world.ts';
import type { Surroundings } from './places.ts';
/** The native library of onnxruntime, which worker processes load: where it is, and how it gets there. */
export interface Runtime {
    /** What would run: its version, or 'none' where it neither is nor may be fetched. Looks at a few files and loads nothing. */
    readonly version: string;
    /**
     * The folder of its native files, for the first worker that infers. Where it is nowhere it is downloaded, if that is allowed.
     * Throws `runtime-missing`, `runtime-wrong`, `runtime-download` and `cuda-libraries`.
     */
    ready(signal?: AbortSignal): Promise<string>;
}
export interface RuntimeTools {
    readonly run: Processes['run'];
    /** Told when something takes long or is not used that the user may think is. */
    say(line: string): void;
}
export declare function createRuntime(around: Surroundings, { run, say }: RuntimeTools): Runtime;
