/** What a worker process tells of itself. Used inside worker processes only. */
/**
 * Peak resident memory of this process, in bytes. Linux's `ru_maxrss` is inherited through fork and exec, so that a worker
 * would report its parent's peak; `VmHWM` belongs to the program alone.
 */
export declare function peakBytes(): number;
/** The numbers of the processors this process may run on; none where the platform does not say. */
export declare function processors(): number[];
/** The numbers of `0-3,8`: 0, 1, 2, 3, 8. */
export declare function parseProcessors(list: string): number[];
