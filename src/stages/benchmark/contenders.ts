import type { Contender, Subject, Variants } from '../../core/products/index.ts'

/**
 * Who is measured: production first (and its copy, for the noise floor), the candidate as it came, and last the chosen one,
 * where optimisation chose a variant of it. Without a production there is nothing to copy.
 */
export function contendersOf(subject: Subject, variants: Variants | undefined, noiseFloor: boolean): Contender[] {
  const contenders: Contender[] = []
  const { production } = subject
  if (production !== undefined) {
    contenders.push({ id: 'production', role: 'production', model: production.artifact })
    if (noiseFloor) contenders.push({ id: 'production-copy', role: 'copy', model: production.artifact })
  }
  contenders.push({ id: 'candidate', role: 'candidate', model: subject.candidate })
  const chosen = variants?.chosen
  if (chosen !== undefined && chosen.model.sha256 !== subject.candidate.sha256) {
    contenders.push({ id: chosen.id, role: 'variant', model: chosen.model })
  }
  return contenders
}
