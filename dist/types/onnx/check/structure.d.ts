import type { Report } from '../findings.ts';
import type { Model } from '../messages.ts';
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
/** Versions, imports, and that inputs, outputs and attributes are declared once and with a type. */
export declare function checkStructure(model: Model, limits: RuntimeLimits, report: Report): void;
