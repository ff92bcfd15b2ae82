import type { World } from '../core/world.ts';
import { type WorldOptions } from '../world/index.ts';
/** What every command works with: the real world, and where to write. */
export interface Entry {
    readonly world: World;
    /** Results: standard output, secrets masked. */
    out(text: string): void;
    /** Progress, warnings and errors: standard error, secrets masked. */
    err(text: string): void;
    readonly colour: boolean;
    readonly width: number;
    /** True for a terminal that shows only ASCII. */
    readonly ascii: boolean;
    /** True on a terminal: progress may redraw its line. */
    readonly interactive: boolean;
    /** Aborts on Ctrl-C and on SIGTERM. */
    readonly signal: AbortSignal;
    /** How this tool is called here, for the commands it proposes. */
    readonly command: string;
}
/** The entry of this process. The only place that reads `process`. */
export declare function processEntry(): Entry;
export interface ProcessWorldOptions extends Pick<WorldOptions, 'mask' | 'say'> {
    readonly cwd?: string | undefined;
    /** Added to the environment of this process. */
    readonly env?: Readonly<Record<string, string>>;
}
/** The real world of this process. Worker processes run the script beside this bundle. */
export declare function processWorld(options?: ProcessWorldOptions): World;
/** How reports look on this terminal. */
export declare function terminalOf({ colour, width, ascii }: Entry): {
    colour: boolean;
    width: number;
    ascii: boolean;
};
