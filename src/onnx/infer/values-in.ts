import type { OnnxTensor } from '../format/messages.ts'
import { type Known, smallNumbers } from './node.ts'
import type { ValueType } from './types.ts'
import { knownOf } from './values.ts'

/** The values one can read at a place, those of the graphs around it included. */
export interface Values {
  readonly types: Map<string, ValueType>
  readonly known: Map<string, Known>
  readonly constants: Map<string, OnnxTensor>
  readonly outer: Values | undefined
}

export function emptyValues(outer: Values | undefined): Values {
  return { types: new Map(), known: new Map(), constants: new Map(), outer }
}

/** What is known of a value under a name, here or around. */
export function lookUp<Kind extends 'types' | 'constants' | 'known'>(
  values: Values | undefined,
  kind: Kind,
  name: string,
): (Values[Kind] extends Map<string, infer Value> ? Value : never) | undefined {
  for (let at = values; at !== undefined; at = at.outer) {
    const found = at[kind].get(name)
    if (found !== undefined) return found as never
  }
  return undefined
}

/** The whole numbers that a value is known to hold, worked out or as a constant. */
export function knownValues(values: Values, name: string): Known | undefined {
  const found = lookUp(values, 'known', name)
  if (found !== undefined) return found
  const constant = lookUp(values, 'constants', name)
  if (constant === undefined || constant.dims.length > 1) return undefined
  return knownOf(smallNumbers(constant), constant.dims.length)
}
