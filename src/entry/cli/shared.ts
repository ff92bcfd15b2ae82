import type { InputValue } from '../../pipeline/expressions.ts'
import { entryError } from '../errors.ts'
import { flag, texts } from './command.ts'

/** What several commands take, each said once. */

export const json = flag('print one JSON value instead of text')

export const input = texts('<name=value...>', "values for the pipeline's inputs")

/** The values of `--input name=value …`: numbers and booleans keep their type. */
export function inputsOf(pairs: readonly string[]): Record<string, InputValue> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw entryError('argument-wrong', { argument: `--input ${pair}`, expected: 'name=value' })
      return [pair.slice(0, at), typed(pair.slice(at + 1))]
    }),
  )
}

function typed(text: string): InputValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}

/** `x=1x3x48x192`; nothing after the sign for a scalar. */
export function shapeOf(text: string): [string, number[]] {
  const [, name, dims] = /^([^=]+)=((?:\d+(?:x\d+)*)?)$/.exec(text) ?? []
  if (name === undefined || dims === undefined) {
    throw entryError('argument-wrong', { argument: `--shape ${text}`, expected: 'name=AxBxC, such as x=1x3x224x224' })
  }
  return [name, dims === '' ? [] : dims.split('x').map(Number)]
}
