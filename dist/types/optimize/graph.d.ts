import type { Artifact, Variants } from '../core/products/index.ts';
import type { StageTools } from '../core/stage.ts';
export type Variant = Variants['variants'][number];
export interface GraphSettings {
    readonly level: 'basic' | 'extended';
    readonly tolerance: number;
}
/**
 * The candidate as onnxruntime rewrites it, put in the store. Kept when it has fewer nodes, the same interface, no errors,
 * outputs within the tolerance, and hardly more bytes. Levels beyond `extended` are never used: they bake in kernels of the
 * machine they were made on.
 */
export declare function optimizeGraph(candidate: Artifact, settings: GraphSettings, tools: StageTools): Promise<Variant>;
