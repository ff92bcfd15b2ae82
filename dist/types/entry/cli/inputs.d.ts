import type { InputValue } from '../../pipeline/expressions.ts';
/** The values of `--input name=value …`: numbers and booleans keep their type. */
export declare function inputsOf(pairs: readonly string[]): Record<string, InputValue>;
