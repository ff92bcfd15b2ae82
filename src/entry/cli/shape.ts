import { entryError } from '../errors.ts'

/** `x=1x3x48x192`; nothing after the sign for a scalar. */
export function shapeOf(text: string): [string, number[]] {
  const [, name, dims] = /^([^=]+)=((?:\d+(?:x\d+)*)?)$/.exec(text) ?? []
  if (name === undefined || dims === undefined) {
    throw entryError('argument-wrong', { argument: `--shape ${text}`, expected: 'name=AxBxC, such as x=1x3x224x224' })
  }
  return [name, dims === '' ? [] : dims.split('x').map(Number)]
}
