import type { Ledger } from '../core/ledger.ts';
import type { Subject } from '../core/products/index.ts';
import type { World } from '../core/world.ts';
import type { Pipeline } from './load.ts';
import { type Store } from './store.ts';
/** What the run is about: the candidate, what serves today, and the data, all by digest. Reads only. */
export declare function subjectOf(pipeline: Pipeline, ledger: Ledger, world: World): Promise<Subject>;
/** Puts the files of the subject into the store, where stages find them. */
export declare function stock(subject: Subject, pipeline: Pipeline, store: Store): Promise<void>;
/** Takes the model that serves already into an empty registry. Done once, however often it is asked for. */
export declare function adoptProduction(pipeline: Pipeline, ledger: Ledger, world: World): Promise<void>;
/** The registry of a pipeline, opened when it is first used: pipelines that never use one need none. */
export declare function lazyLedger(pipeline: Pipeline, world: World, runFolder: string): Ledger;
