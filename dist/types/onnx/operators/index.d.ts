import { type OperatorSchema } from './schema.ts';
/** All versions of an operator, oldest first. Undefined for a domain that is not the standard's, empty for an unknown operator. */
export declare function operatorVersions(domain: string, operator: string): readonly OperatorSchema[] | undefined;
/** The newest version of a standard domain in which something changed; undefined for other domains. */
export declare function newestOpset(domain: string): number | undefined;
/** The definition that holds in a version of the domain. */
export declare function operatorSchema(versions: readonly OperatorSchema[], opset: number): OperatorSchema | undefined;
