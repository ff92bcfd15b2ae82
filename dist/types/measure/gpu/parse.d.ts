import type { IdentityKey, Query, StateKey } from './query.ts';
export interface Gpu {
    /** As nvidia-smi counts them: by PCI bus. */
    readonly index: number;
    readonly uuid: string;
    readonly name: string;
    readonly driver: string;
    readonly memoryBytes?: number | undefined;
    /** The clock under which it does not run at full load for long, and the highest that it reaches, in MHz. */
    readonly baseMHz?: number | undefined;
    readonly maxMHz?: number | undefined;
    /** Cut into instances: clocks and power are of the whole, which others may use too. */
    readonly mig: boolean;
}
/** A moment of a GPU; what its driver does not tell is undefined. */
export interface GpuSample {
    /** Milliseconds since the epoch, by the clock of this machine. */
    readonly atMs: number;
    readonly uuid: string;
    /** Share of the last sixth of a second to second, 0 to 1, in which a kernel ran. */
    readonly utilization?: number | undefined;
    readonly memoryBytes?: number | undefined;
    /** Clock of the streaming multiprocessors. */
    readonly smMHz?: number | undefined;
    readonly watts?: number | undefined;
    readonly celsius?: number | undefined;
    /** Why its clock is not higher. */
    readonly reasons: readonly ClockReason[];
}
/** The bits of nvml.h's nvmlClocksEventReason…, under the names that nvidia-smi gives them. */
declare const reasonBits: {
    readonly gpu_idle: 1;
    readonly applications_clocks_setting: 2;
    readonly sw_power_cap: 4;
    readonly hw_slowdown: 8;
    readonly sync_boost: 16;
    readonly sw_thermal_slowdown: 32;
    readonly hw_thermal_slowdown: 64;
    readonly hw_power_brake_slowdown: 128;
    readonly display_clock_setting: 256;
};
export type ClockReason = keyof typeof reasonBits;
/** The GPUs of an answer to `identity`. Lines that are no rows of it, such as warnings, are passed over. */
export declare function parseGpus(text: string, query: Query<IdentityKey>): Gpu[];
/** The moments in answers to `state`, of all GPUs asked about, in order. A last line that was cut off is passed over. */
export declare function parseSamples(text: string, query: Query<StateKey>): GpuSample[];
/** The GPU instances that `nvidia-smi -L` lists: each with its UUID, its profile, and the UUID of its GPU. */
export declare function parseInstances(text: string): {
    gpu: string;
    uuid: string;
    profile: string;
}[];
/** The clock in the answer of `nvidia-smi base-clocks`, which has no format but text. */
export declare function parseBaseClock(text: string): number | undefined;
export {};
