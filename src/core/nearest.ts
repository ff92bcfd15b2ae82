import { closest } from 'fastest-levenshtein'

/** The valid name that a wrong one most resembles, by edit distance, whatever the case of letters. Undefined for an empty name and where nothing is valid. */
export function nearest(name: string, valid: readonly string[]): string | undefined {
  if (name === '' || valid.length === 0) return undefined
  return valid.find((each) => each.toLowerCase() === name.toLowerCase()) ?? closest(name, [...valid])
}
