import type { InterfaceValue } from '../../core/products/index.ts';
import type { Model } from '../format/messages.ts';
/** An input or output. `dims` is undefined when not even their number is known. */
export interface Port {
    readonly name: string;
    readonly type: string;
    readonly dims: readonly (number | string)[] | undefined;
    /** True for an input with a default: an initialiser of the same name. */
    readonly optional: boolean;
}
export interface Interface {
    readonly inputs: readonly Port[];
    readonly outputs: readonly Port[];
}
/** What a caller sees of a model. Before IR version 4 every initialiser was listed among the inputs without being one. */
export declare function interfaceOf(model: Model): Interface;
/** An input or output as products hold it; `...` stands for dimensions of which not even the number is known. */
export declare function interfaceValue(port: Port): InterfaceValue;
