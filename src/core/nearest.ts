import { closest } from 'fastest-levenshtein'

/**
 * The valid name that a wrong one most resembles, by edit distance, whatever the case of letters. Undefined for an empty or a very long
 * name, and where nothing is valid.
 */
export function nearest(name: string, valid: readonly string[]): string | undefined {
  if (name === '' || valid.length === 0) return undefined
  const same = valid.find((each) => each.toLowerCase() === name.toLowerCase())
  return same ?? (name.length > longestName ? undefined : closest(name, [...valid]))
}

/** Nobody mistypes a longer one, and comparing two takes as many steps as their lengths multiplied. */
const longestName = 200
