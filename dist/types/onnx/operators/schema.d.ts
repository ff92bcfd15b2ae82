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
/** The input or output at a place: the last one when it is variadic. */
export declare function formalAt(formals: readonly Formal[], index: number): Formal | undefined;
/** A set of types by its number in the table; an empty one when there is none. */
export type TypeSets = (index: number) => ReadonlySet<string>;
/** The sets of types of a table, one a line; each is parsed when it is first asked for. */
export declare function setsOf(lines: readonly string[]): TypeSets;
/** The definitions of one operator from its lines in the table, oldest first: each may repeat a part of the one before it. */
export declare function parseVersions(lines: readonly string[], sets: TypeSets): readonly OperatorSchema[];
