import type { ModelSummary } from '../../core/products/index.ts';
import { type ModelCost } from '../../onnx/cost/index.ts';
import { type Roofline } from '../../onnx/cost/roofline.ts';
import { type Sizes } from '../../onnx/cost/sizes.ts';
import type { Entry } from '../context.ts';
/** What a model is, as `inspect --json` prints it: the members of the summary, and beside them the rest. */
export interface Inspected extends ModelSummary {
    readonly sizes: Sizes;
    readonly cost: ModelCost;
    readonly roofline?: Roofline;
    readonly placements?: readonly PlacedOn[];
}
/** Who ran the nodes of a model when a provider was asked to, or why that is not known. */
export interface PlacedOn {
    readonly provider: string;
    /** Nodes by what ran them, after the runtime's optimisations, which merge and rename. */
    readonly nodes?: Readonly<Record<string, readonly string[]>>;
    /** Those that the provider did not run. */
    readonly elsewhere?: readonly string[];
    readonly absent?: string;
}
interface InspectOptions {
    readonly json?: boolean;
    readonly shape: readonly string[];
    readonly device?: string;
    readonly provider?: string;
    readonly top: string;
}
export declare function inspectCommand(entry: Entry, model: string, options: InspectOptions): Promise<number>;
export {};
