import type { OnnxTensor } from '../format/messages.ts'
import type { ValueNumbers } from '../graph/value-numbers.ts'
import { ByValue } from './by-value.ts'
import { type Known, smallNumbers } from './node.ts'
import type { ValueType } from './types.ts'
import { knownOf } from './values.ts'

/** The values one can read at a place, those of the graphs around it included. */
export interface Values {
  readonly numbers: ValueNumbers
  readonly types: ByValue<ValueType>
  readonly known: ByValue<Known>
  readonly constants: ByValue<OnnxTensor>
  readonly outer: Values | undefined
}

export function emptyValues(numbers: ValueNumbers, outer: Values | undefined): Values {
  return {
    numbers,
    types: new ByValue<ValueType>(numbers),
    known: new ByValue<Known>(numbers),
    constants: new ByValue<OnnxTensor>(numbers),
    outer,
  }
}

type Kind = 'types' | 'constants' | 'known'
type Held<Of extends Kind> = Values[Of] extends ByValue<infer Value> ? Value : never

/** What is known of a value by its number in a scope, there, or by its name around it. */
export function lookUp<Of extends Kind>(values: Values, kind: Of, number: number, name: string): Held<Of> | undefined {
  const found = values[kind].at(number)
  if (found !== undefined || values.outer === undefined) return found as Held<Of> | undefined
  return lookUpNamed(values.outer, kind, name)
}

/** What is known of a value under a name, here or around. */
export function lookUpNamed<Of extends Kind>(values: Values | undefined, kind: Of, name: string): Held<Of> | undefined {
  for (let at = values; at !== undefined; at = at.outer) {
    const found = at[kind].get(name)
    if (found !== undefined) return found as Held<Of>
  }
  return undefined
}

/** The whole numbers that a value is known to hold, worked out or as a constant. */
export function knownValues(values: Values, number: number, name: string): Known | undefined {
  return lookUp(values, 'known', number, name) ?? smallConstant(lookUp(values, 'constants', number, name))
}

export function knownNamed(values: Values, name: string): Known | undefined {
  return lookUpNamed(values, 'known', name) ?? smallConstant(lookUpNamed(values, 'constants', name))
}

function smallConstant(constant: OnnxTensor | undefined): Known | undefined {
  if (constant === undefined || constant.dims.length > 1) return undefined
  return knownOf(smallNumbers(constant), constant.dims.length)
}
