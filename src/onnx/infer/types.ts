import type { Scope } from '../graph/scopes.ts'
import type { ByValue } from './by-value.ts'

/** A size, a symbol (equal symbols are equal sizes), or undefined: unknown. */
export type Dim = number | string | undefined

/** What is known of a value: what it is, and how much of its element type and shape. */
export type ValueType = TensorValue | SequenceValue | OptionalValue | MapValue

export interface TensorValue {
  readonly kind: 'tensor' | 'sparse'
  /** Code of its element type (see `elementTypes`); undefined when unknown. */
  readonly element: number | undefined
  /** Undefined when not even the number of dimensions is known. */
  readonly dims: readonly Dim[] | undefined
}

export interface SequenceValue {
  readonly kind: 'sequence'
  readonly of: ValueType | undefined
}

export interface OptionalValue {
  readonly kind: 'optional'
  readonly of: ValueType | undefined
}

export interface MapValue {
  readonly kind: 'map'
  readonly key: number | undefined
  readonly value: ValueType | undefined
}

/** Something in a model that contradicts the rules of an operator, or a declaration that contradicts what follows from the graph. */
export interface TypeProblem {
  /**
   * `type`: an element type that an operator does not take; `shape`: shapes that do not fit; `declared`: a wrong declaration;
   * `value`: an attribute or constant out of range. Of what the call of a function gives its body: `missing`, an attribute
   * that is not there; `attribute`, one of another type; `input`, an input that is left out.
   */
  readonly kind: 'type' | 'shape' | 'declared' | 'value' | 'missing' | 'attribute' | 'input'
  /** Path of the node or value, as findings have it: `graph/node Relu_3`. */
  readonly where: string
  /** A sentence. */
  readonly message: string
}

/** What follows from a model for every value in it. */
export interface Inference {
  /**
   * Every graph, the main one first, and the body of every function once for each combination of types it is called with; the
   * types of their values by name, declared and inferred ones merged.
   */
  readonly scopes: readonly InferredScope[]
  readonly problems: readonly TypeProblem[]
  /** Loops that go round more than `mostRounds` times whatever the model is given, by their path: how often, Infinity for ever. */
  readonly endless: ReadonlyMap<string, number>
}

export interface InferredScope {
  readonly scope: Scope
  readonly types: ByValue<ValueType>
}

export interface InferOptions {
  /** Sizes for inputs of the main graph, by name, in place of what is declared: `x` → [1, 3, 48, 192]. */
  readonly shapes?: ReadonlyMap<string, readonly number[]>
}
