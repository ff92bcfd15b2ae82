/** An operator as the standard defines it from one version of its domain on. */
export interface OperatorSchema {
    readonly since: number;
    readonly deprecated: boolean;
    /** Infinity where there is no upper bound. */
    readonly inputs: {
        readonly min: number;
        readonly max: number;
    };
    readonly outputs: {
        readonly min: number;
        readonly max: number;
    };
}
/** All versions of an operator, oldest first. Undefined for a domain that is not the standard's, empty for an unknown operator. */
export declare function operatorVersions(domain: string, operator: string): readonly OperatorSchema[] | undefined;
/** The definition that holds in a version of the domain. */
export declare function operatorSchema(versions: readonly OperatorSchema[], opset: number): OperatorSchema | undefined;
