import { median } from './describe.ts'

/**
 * What differences are worth whose parts scatter so much: one that scatters up to as much as usual counts fully, one that scatters
 * twice as much a quarter.
 */
export function weightsOf(scatters: readonly number[]): readonly number[] {
  const most = scatters.length === 0 ? 0 : median(scatters)
  return scatters.map((scatter) => (most === 0 || scatter <= most ? 1 : (most / scatter) ** 2))
}
