import type { Problem } from '../core/errors/index.ts';
import type { Source } from './source.ts';
/** What `${{ … }}` may name. Nothing is ever executed. */
export interface Scope {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly inputs: Readonly<Record<string, InputValue>>;
}
export type InputValue = string | number | boolean;
/**
 * A copy of `value` in which every `${{ env.X }}` and `${{ inputs.x }}` is replaced. A string that is one expression and
 * nothing else takes the value's own type. What is not defined is a problem, with its position.
 */
export declare function substitute(value: unknown, source: Source, scope: Scope): {
    value: unknown;
    problems: readonly Problem[];
};
