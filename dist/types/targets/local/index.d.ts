import { type TargetKind } from '../../core/target.ts';
/**
 * Serves on this machine, for as long as the rollout lasts: one process per version behind a router that splits by weight,
 * real HTTP on loopback, real requests replayed from a data set. Requests and errors are read from the router's `/metrics`;
 * latencies are what the replaying client saw.
 */
export declare const local: TargetKind;
