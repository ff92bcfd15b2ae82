import { z } from 'zod';
/** Labels of the machine that measures a scenario, as in `runs-on`. */
export type Labels = readonly string[];
/** The shard of the scenarios that name no runner: no label may be called so. */
export declare const defaultShard = "default";
/** One label or several. Gives the list of them. */
export declare const runnerLabels: z.ZodType<Labels, string | string[]>;
/** The name of the shard that is measured where these labels say: the same whatever their order and case, as on GitHub. */
export declare function shardName(labels: Labels | undefined): string;
