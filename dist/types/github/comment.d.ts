import type { GitHub } from '../core/world.ts';
/** Whose results a comment shows: the later run is the one with the higher id, the later attempt of it the one with the higher number. */
export interface Origin {
    readonly run: number;
    readonly attempt: number;
    /** The commit that was measured. */
    readonly commit: string;
}
/** A comment on a pull request that is edited in place. */
export interface StickyComment {
    readonly pull: number;
    /** By which it is found again. */
    readonly key: string;
    readonly origin: Origin;
    /** The text after the marker, or undefined where nothing is to be said unless something was said before. */
    readonly body: string;
    /** Nothing is said where nothing was said before. */
    readonly silent?: boolean;
}
export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'outdated' | 'silent';
/** GitHub refuses longer ones. */
export declare const longestComment = 65536;
/** The first line of a comment, by which it is found: the key and where the results come from. */
export declare function markerLine(key: string, { run, attempt, commit }: Origin): string;
/** Whether results from `ours` may stand where those of `theirs` stand, when the pull request is at `head`: never older over newer. */
export declare function mayReplace(theirs: Origin | undefined, ours: Origin, head: string): boolean;
/**
 * Writes the comment of this key on a pull request: edits the one that is there, or makes one. A text that is there already is not
 * written again; results of an older commit never take the place of newer ones; of two comments that were made at once the older
 * stays. Throws `github-refused` when the token may not write, `github-unavailable`.
 */
export declare function postComment(github: GitHub, comment: StickyComment): Promise<CommentOutcome>;
