import type { Model } from '../format/messages.ts';
import { type Scope } from '../graph/scopes.ts';
import type { Inference, InferredScope, ValueType } from '../infer/types.ts';
import type { Report } from './findings.ts';
/** That every node is given and gives types that its operator takes there, as far as types are known. */
export declare function checkTypes(model: Model, inference: Inference, report: Report): void;
/** Looks for a value in a scope and in those around it. */
export declare function typesIn(scopes: readonly InferredScope[]): (scope: Scope, name: string) => ValueType | undefined;
/** A type as the table of operators writes it; undefined where not all of it is known. */
export declare function valueText(type: ValueType | undefined): string | undefined;
