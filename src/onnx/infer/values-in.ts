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
}

export function emptyValues(numbers: ValueNumbers, outer: Values | undefined): Values {
  return {
    numbers,
    types: new ByValue(numbers, outer?.types),
    known: new ByValue(numbers, outer?.known),
    constants: new ByValue(numbers, outer?.constants),
  }
}

/** The whole numbers that a value is known to hold, worked out or as a constant. */
export function knownValues({ known, constants }: Values, number: number, name: string): Known | undefined {
  return known.find(number, name) ?? smallConstant(constants.find(number, name))
}

export function knownNamed({ known, constants }: Values, name: string): Known | undefined {
  return known.findNamed(name) ?? smallConstant(constants.findNamed(name))
}

function smallConstant(constant: OnnxTensor | undefined): Known | undefined {
  if (constant === undefined || constant.dims.length > 1) return undefined
  return knownOf(smallNumbers(constant), constant.dims.length)
}
