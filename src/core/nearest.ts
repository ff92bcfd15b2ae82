import { closest } from 'fastest-levenshtein'

/** The valid name that a wrong one most resembles, by edit distance. Undefined for an empty name and where nothing is valid. */
export function nearest(name: string, valid: readonly string[]): string | undefined {
  return name === '' || valid.length === 0 ? undefined : closest(name, [...valid])
}
