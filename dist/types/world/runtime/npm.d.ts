import type { Surroundings } from './places.ts';
/**
 * How npm is started. On Windows it is a batch file, which only a shell could start: its script is given to Node instead.
 */
export declare function npmProgram({ platform, env }: Pick<Surroundings, 'platform' | 'env'>, exists?: (file: string) => boolean): {
    readonly program: string;
    readonly args: readonly string[];
};
