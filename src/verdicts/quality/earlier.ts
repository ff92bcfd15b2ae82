import type { Both } from '../../core/metric.ts'
import { influencesOf, type Replicates } from '../../stats/bootstrap.ts'
import { effectiveUnits, fewestDiffering } from '../../stats/small-sample.ts'
import { largestInfluence, unseenAllowance, unseenShare } from '../../stats/unseen.ts'
import { type Examined, sampleOf } from './examined.ts'

/**
 * What the rules of `airworthy.evidence/2` allowed for unseen examples, for checking verdicts of that time. Where the worst was not
 * known they asked how many examples differ, and an example that differed by nothing to speak of counted.
 */
export function earlierAllowance(
  examined: Examined,
  unseen: { fall(examples: number): number } | { readonly differing: number },
): (replicates: Both<Replicates>) => number {
  const sample = sampleOf(examined)
  const missed = sample.examples * unseenShare(effectiveUnits(sample), examined.alpha)
  if ('fall' in unseen) return () => unseen.fall(missed)
  if (unseen.differing >= fewestDiffering) return () => 0
  return (replicates) =>
    missed * Math.max(...replicates.map(({ without }) => largestInfluence(influencesOf(Float64Array.from(without)))))
}

/** What share of examples may turn from right to wrong unseen, by the rules of `airworthy.evidence/2`: of as many as all groups are worth. */
export function earlierShare(examined: Examined): number {
  const sample = sampleOf(examined)
  const perExample = effectiveUnits(sample) / sample.examples
  return unseenAllowance([{ examples: sample.examples * perExample, weight: 1 }], examined.alpha)
}
