import type { Model } from '../format/messages.ts';
import type { Report } from './findings.ts';
/** What the runtime that will serve the model can read. */
export interface RuntimeLimits {
    readonly irVersion: number;
    readonly opset: {
        readonly min: number;
        readonly max: number;
    };
}
/** onnxruntime 1.30: refuses newer ones, promises nothing for older ones. Found by trying. */
export declare const onnxruntimeLimits: RuntimeLimits;
/** What the standard itself defines, whatever runtimes exist. */
export declare const standardLimits: RuntimeLimits;
/** Versions, imports, and that inputs, outputs and nodes are declared once and with what they must have. */
export declare function checkStructure(model: Model, limits: RuntimeLimits, report: Report): void;
/** Tells of each name that comes more than once. */
export declare function checkOnce(names: readonly string[], tell: (name: string) => void): void;
