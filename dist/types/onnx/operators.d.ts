/** An operator as the standard defines it from one version of its domain on. */
export interface OperatorSchema {
    readonly since: number;
    readonly deprecated: boolean;
    /** Infinity where there is no upper bound. */
    readonly inputs: Arity;
    readonly outputs: Arity;
    readonly takes: readonly Formal[];
    readonly gives: readonly Formal[];
    /** The types that each type variable may be, as `typeText` writes them. */
    readonly constraints: ReadonlyMap<string, ReadonlySet<string>>;
    readonly attributes: ReadonlyMap<string, FormalAttribute>;
}
export interface Arity {
    readonly min: number;
    readonly max: number;
}
/** An input or output. The last one may stand for any number of them. */
export interface Formal {
    /** A type variable, the same type wherever it stands; or else `fixed`. */
    readonly variable: string | undefined;
    /** The one type it may have. */
    readonly fixed: string | undefined;
    readonly option: 'single' | 'optional' | 'variadic';
    /** Whether all values of a variadic one have the same type. */
    readonly homogeneous: boolean;
}
export interface FormalAttribute {
    /** AttributeProto.AttributeType. */
    readonly type: number;
    readonly required: boolean;
}
/** All versions of an operator, oldest first. Undefined for a domain that is not the standard's, empty for an unknown operator. */
export declare function operatorVersions(domain: string, operator: string): readonly OperatorSchema[] | undefined;
/** The newest version of a standard domain in which something changed; undefined for other domains. */
export declare function newestOpset(domain: string): number | undefined;
/** The definition that holds in a version of the domain. */
export declare function operatorSchema(versions: readonly OperatorSchema[], opset: number): OperatorSchema | undefined;
/** The input or output at a place: the last one when it is variadic. */
export declare function formalAt(formals: readonly Formal[], index: number): Formal | undefined;
