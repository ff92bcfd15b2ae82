import type { Environment } from '../core/products.ts';
import type { Machine } from '../core/world.ts';
/**
 * The machine as measurements record it. Equal fingerprints mean that figures may be compared and reused. Memory counts in
 * whole GiB: what a virtual machine reports changes by some kilobytes from one boot to the next.
 */
export declare function environmentOf(machine: Machine): Environment;
