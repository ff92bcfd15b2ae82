import { z } from 'zod'

/** Labels of the machine that measures a scenario, as in `runs-on`. */
export type Labels = readonly string[]

/** The shard of the scenarios that name no runner: no label may be called so. */
export const defaultShard = 'default'

// A pull request writes the file: labels reach YAML, file names and shells, so they hold nothing that means something there.
const label = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, 'expected letters, digits and . _ - between them')
  .refine((text) => !text.includes(separator), 'two underscores in a row separate labels')
  .refine((text) => text.toLowerCase() !== defaultShard, `${defaultShard} is the shard of scenarios without a runner`)

const separator = '__'

const longestName = 100

/** One label or several. Gives the list of them. */
export const runnerLabels = z
  .union([label, z.array(label).min(1)])
  .transform((given) => [given].flat())
  .refine((labels) => shardName(labels).length <= longestName, `expected at most ${longestName} characters together`)

/** The name of the shard that is measured where these labels say: the same whatever their order and case, as on GitHub. */
export function shardName(labels: Labels | undefined): string {
  if (labels === undefined) return defaultShard
  return [...new Set(labels.map((each) => each.toLowerCase()))].toSorted().join(separator)
}
