/**
 * Whether a name keeps its place in a mapping: JavaScript puts the members of an object that are numbers first, in their order as
 * numbers, so that the order of a file is lost.
 */
export function keepsItsPlace(name: string): boolean {
  return !/^\d+$/.test(name)
}

/** What to say of one that does not. */
export const placeLost = 'a name of digits alone loses its place in the order of the file; add a letter, as in step-2'
