import type { InputValue } from '../../pipeline/expressions.ts'
import { entryError } from '../errors.ts'

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
