import type { ModelCost } from './index.ts';
/** A device by its two limits. Peaks are those of dense float32 arithmetic without reduced-precision units. */
export interface Device {
    readonly name: string;
    /** FLOP/s. */
    readonly peak: number;
    /** Bytes per second between the processor and its main memory. */
    readonly bandwidth: number;
    readonly source: string;
}
/** Devices that need no figures of the user. */
export declare const devices: readonly Device[];
export interface NodeBound {
    readonly where: string;
    readonly operator: string;
    /** FLOPs for each byte moved. */
    readonly intensity: number;
    readonly bound: 'compute' | 'memory';
    /** Least milliseconds. */
    readonly ms: number;
}
export interface Roofline {
    readonly device: Device;
    /** Intensity from which on arithmetic is the limit. */
    readonly ridge: number;
    readonly nodes: readonly NodeBound[];
    /** Least milliseconds when each node reads and writes main memory; nodes of which too little is known count nothing. */
    readonly ms: number;
    /** Least milliseconds whatever is fused or stays in caches: arithmetic alone at the peak. */
    readonly arithmeticMs: number;
}
/**
 * The roofline of Williams, Waterman and Patterson ("Roofline", CACM 2009): a node takes at least FLOPs / peak and at least
 * bytes / bandwidth. Lower bounds, not predictions: kernels rarely reach either limit, and fused nodes move fewer bytes.
 */
export declare function rooflineOf(cost: ModelCost, device: Device): Roofline;
