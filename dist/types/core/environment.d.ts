import type { Environment, UsedGpu } from './products/index.ts';
import type { Machine } from './world.ts';
/** What was used beside the machine itself: of the scenarios that were measured. */
export interface Used {
    readonly gpus?: readonly UsedGpu[];
    /** `version()` of each provider. */
    readonly runtimes?: readonly string[];
}
/**
 * The machine as measurements record it. Equal fingerprints mean that figures may be compared and reused, so it holds what
 * makes figures differ and nothing that changes from minute to minute. Memory counts in whole GiB: what a virtual machine
 * reports changes by some kilobytes from one boot to the next. Of a GPU its name and its driver count, not which one it is.
 */
export declare function environmentOf(machine: Machine, { gpus, runtimes }?: Used): Environment;
