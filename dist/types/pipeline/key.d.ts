import { type Sha256 } from '../core/json.ts';
import type { Override, ProductName, Question } from '../core/products/index.ts';
import type { Share } from '../core/share.ts';
import type { World } from '../core/world.ts';
import { type Pipeline, type PipelineStage } from './load.ts';
/** Digests of the products known so far: by stage name, and of the subject. */
export interface Known {
    readonly subject: Sha256;
    readonly products: ReadonlyMap<string, Sha256>;
}
/** The products a stage is given, each with the stage that gives it. Those that do not exist (yet) are left out. */
export declare function givenTo(pipeline: Pipeline, stage: PipelineStage, known: Known): ReadonlyMap<ProductName, Sha256>;
/** What the stages after this one will ask of it, and how often they want it extended while that is open. */
export declare function demandsOn(pipeline: Pipeline, stage: PipelineStage): {
    readonly questions: readonly Question[];
    readonly extensions: number;
};
/**
 * The cache key of a stage: everything its result depends on. Measurements depend on the machine too; results of the
 * others only on what they were given, on this version of Airworthy and on onnxruntime.
 */
export declare function keyOf(pipeline: Pipeline, stage: PipelineStage, known: Known, world: World, { override, share }?: {
    readonly override?: Override | undefined;
    readonly share?: Share | undefined;
}): Promise<Sha256>;
