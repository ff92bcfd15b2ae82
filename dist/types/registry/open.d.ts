import type { Registry } from '../core/registry.ts';
import type { World } from '../core/world.ts';
/** Where a pipeline keeps its ledger: absolute paths. */
export type RegistryPlace = {
    readonly file: string;
} | {
    readonly git: string;
    readonly create?: boolean | undefined;
    readonly remote?: string | undefined;
};
/** Opens the registry of a pipeline. @throws `registry-not-git`, `git-missing`. */
export declare function openRegistry(place: RegistryPlace, world: World): Promise<Registry>;
