import { largestText } from '../../core/largest-text.ts'
import type { Quality } from '../../core/products/index.ts'
import { stageError } from '../errors.ts'

/**
 * Throws `measurements-too-large` where so many lists of one value for each example are more than evidence can hold, however short
 * the values: before any model runs.
 */
export function checkPlanned(examples: number, lists: number, limit: number = largestText): void {
  const characters = 2 * examples * lists
  if (characters > limit) throw stageError('measurements-too-large', { examples, characters, limit })
}

/** The same, once the values are known, and before speed is measured. */
export function checkKept(quality: Quality, limit: number = largestText): void {
  const characters = lengthOf(quality)
  if (characters > limit) throw stageError('measurements-too-large', { examples: quality.examples, characters, limit })
}

/** Characters of a plain value as JSON, without making all of them. */
function lengthOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)?.length ?? 0
  if (Array.isArray(value)) return lengthOfList(value)
  return Object.entries(value).reduce((sum, [key, member]) => sum + key.length + 4 + lengthOf(member), 2)
}

function lengthOfList(list: readonly unknown[]): number {
  let length = 2
  for (let at = 0; at < list.length; at += piece) length += JSON.stringify(list.slice(at, at + piece)).length - 1
  return length
}

const piece = 100_000
