import type { Contender } from '../../core/products/index.ts'

/** Whether what was chosen is production itself, byte for byte: then nothing can have changed, and nothing is measured. */
export function isProduction(contenders: readonly Contender[], chosen: string): boolean {
  const production = contenders.find(({ role }) => role === 'production')
  const model = contenders.find(({ id }) => id === chosen)?.model
  return production !== undefined && production.model.sha256 === model?.sha256
}
