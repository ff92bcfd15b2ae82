import { type Target } from './target.ts';
/**
 * Takes what one kind of machine needs out of an npm archive: package.json and the native files. Throws an Error that says what
 * is wrong, and may then have written some of them.
 */
export declare function unpack(archive: string, target: Target, folder: string): Promise<void>;
