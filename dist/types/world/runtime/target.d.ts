/** A kind of machine, in Node's words: `linux` and `x64`. */
export interface Target {
    readonly platform: string;
    readonly arch: string;
}
/** Where the package keeps the native files of a kind of machine. */
export declare function nativeFolder({ platform, arch }: Target): string;
/** What must be there; some platforms have more files. */
export declare function neededFiles({ platform }: Target): readonly string[];
export declare function targetName({ platform, arch }: Target): string;
