import type { Trust, World } from '../core/world.ts';
import { type Mask } from './secrets.ts';
export interface WorldOptions {
    readonly cwd: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** The bundled `worker.js`: absolute path. */
    readonly workerScript: string;
    readonly trust: Trust;
    readonly event: string;
    readonly branch?: string | undefined;
    readonly commit?: string | undefined;
    readonly mask?: Mask;
    /** Told what takes long before the first stage that runs a model, such as a download. */
    readonly say?: ((line: string) => void) | undefined;
}
/** The real world: this machine's files, processes and clock. */
export declare function createWorld(options: WorldOptions): World;
