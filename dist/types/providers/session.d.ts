import type { InferenceSession } from 'onnxruntime-node';
import type { Session } from '../core/provider.ts';
/** What onnxruntime's bindings have in common. */
export type Runtime = Pick<typeof import('onnxruntime-node'), 'Tensor' | 'InferenceSession' | 'env'>;
/** A session of ours around one of a binding. `model` names it in errors. */
export declare function toSession(runtime: Runtime, session: InferenceSession, model: string): Session;
