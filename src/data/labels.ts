import { clip } from '../core/clip.ts'
import { dataError } from './errors.ts'
import { isNumber } from './finite.ts'

/** A decimal number, as text: what NumPy, Python and JSON write of a finite one. */
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Labels as numbers, whatever they were stored as. Throws `data-label` on the first that is no finite number, not exactly one, or beyond
 * all squares.
 */
export function labelNumbers(data: string, labels: readonly unknown[]): readonly number[] {
  return labels.map((label, example) => {
    const number = numberOf(label)
    if (typeof number === 'number') return number
    throw dataError('data-label', { data, reason: `the label of example ${example} is ${number.why}` })
  })
}

function numberOf(label: unknown): number | { readonly why: string } {
  switch (typeof label) {
    case 'number':
      return computable(label, String(label))
    case 'boolean':
      return Number(label)
    case 'bigint':
      return exact(label)
    case 'string':
      return numberIn(label)
    default:
      return { why: label === null ? 'null' : `of the type ${typeof label}` }
  }
}

function numberIn(text: string): number | { readonly why: string } {
  const bare = text.trim()
  if (bare === '') return { why: 'an empty text' }
  if (!decimal.test(bare)) return { why: `the text ${JSON.stringify(clip(text, 40))}` }
  const [, sign, digits] = /^([+-]?)0*(\d+)$/.exec(bare) ?? []
  // What is longer is beyond 2^53 in any case, and takes long to become a number.
  if (digits !== undefined)
    return digits.length > 40 ? inexact(clip(bare, 40)) : exact(BigInt(`${sign === '-' ? '-' : ''}${digits}`))
  return computable(Number(bare), clip(bare, 40))
}

function computable(number: number, said: string): number | { readonly why: string } {
  if (isNumber(number)) return number
  return { why: /\d/.test(said) ? `${said}, whose square is beyond all numbers` : said }
}

/** Beyond 2^53 neighbouring whole numbers become one. */
function exact(whole: bigint): number | { readonly why: string } {
  const number = Number(whole)
  return Number.isSafeInteger(number) ? number : inexact(String(whole))
}

function inexact(said: string): { readonly why: string } {
  return { why: `${said}, and whole numbers are exact only up to 2^53` }
}
