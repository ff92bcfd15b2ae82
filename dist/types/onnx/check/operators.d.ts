import type { Model, Node } from '../format/messages.ts';
import { type Scope } from '../graph/scopes.ts';
import { type OperatorSchema } from '../operators/schema.ts';
import type { Report } from './findings.ts';
/** That every operator exists in the version the model imports, and has as many inputs and outputs as it takes. */
export declare function checkOperators(model: Model, report: Report): void;
/** The functions that a model defines, which may have the names of operators. */
export declare function functionNames(model: Model): Set<string>;
export declare function qualified(domain: string, name: string): string;
/** The definition of a node's operator. Undefined where there is none, or the node calls a function of the model. */
export declare function schemaOf(node: Node, scope: Scope, functions: ReadonlySet<string>): OperatorSchema | undefined;
