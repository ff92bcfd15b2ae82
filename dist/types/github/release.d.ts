import type { GitHub } from '../core/world.ts';
export interface ReleaseAsset {
    /** Letters, digits, dots, hyphens and underscores: GitHub changes other names. */
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    read(): Promise<Uint8Array>;
}
export interface GitHubRelease {
    readonly tag: string;
    readonly commit: string;
    /** The message of the annotated tag, where it has to be made. */
    readonly message: string;
    readonly name: string;
    /** Markdown. */
    readonly body: string;
    readonly prerelease: boolean;
    /** Whether it is what a visitor is shown first. */
    readonly latest: boolean;
    readonly assets: readonly ReleaseAsset[];
}
export interface ReleaseOutcome {
    readonly url: string;
    readonly outcome: 'published' | 'completed' | 'unchanged';
    /** When it became public, by GitHub's clock: ISO 8601. */
    readonly publishedAt: string;
}
/**
 * Publishes a release: tag, draft, assets, then the release for all to see. What is there already is kept and not made again, so that a
 * release of which a job was killed half-way is completed by the next; a published one is never changed. Throws `tag-elsewhere` when
 * the tag is on another commit, `release-differs` when a published release lacks an asset.
 */
export declare function publishRelease(github: GitHub, release: GitHubRelease): Promise<ReleaseOutcome>;
