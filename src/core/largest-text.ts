/**
 * The most characters of one value as JSON: half of the longest string of Node (2^29 − 24). A report and evidence say a value again
 * with more around it, and have to fit as well.
 */
export const largestText: number = 2 ** 28
