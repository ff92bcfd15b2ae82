export interface VersionEvidence {
    /** The highest version released so far; undefined before the first release. */
    readonly latest: string | undefined;
    /** How the model's inputs and outputs changed against production; undefined where there was nothing to compare with. */
    readonly interfaceChange: 'compatible' | 'additive' | 'breaking' | undefined;
    /** A quality metric is better beyond doubt. */
    readonly improved: boolean;
}
export interface NextVersion {
    readonly version: string;
    readonly bump: 'first' | 'major' | 'minor' | 'patch';
    readonly why: string;
}
/**
 * The version number that follows from evidence: an interface break is major, better quality or a wider interface is minor,
 * anything else is a patch. The first version is 1.0.0.
 */
export declare function nextVersion({ latest, interfaceChange, improved }: VersionEvidence): NextVersion;
/** The highest of some versions, or undefined when there are none. */
export declare function highestVersion(versions: readonly string[]): string | undefined;
/** Whether a text is a semantic version, as `1.4.0`, `2.0.0-rc.1`; without a `v`. */
export declare function isVersion(text: string): boolean;
/** Whether a version comes before the one that it is named after: `1.4.0-rc.1`. */
export declare function isCandidate(version: string): boolean;
/** The next candidate of a version: `1.4.0-rc.1`, `1.4.0-rc.2`, … */
export declare function nextCandidate(version: string, known: readonly string[]): string;
