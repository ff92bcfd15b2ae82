import { type Mask } from '../../world/secrets.ts';
/** Runs an Action to its exit code: secrets are masked before anything is written, and what is thrown is told at its line. */
export declare function asAction(action: (mask: Mask) => Promise<number>): Promise<number>;
/** An input that is one of a few words. The runner enforces nothing of action.yml: inputs are checked here. */
export declare function choice<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word;
/** An input of lines `name=value`. */
export declare function pairs(name: string): Record<string, string>;
