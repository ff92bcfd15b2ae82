import { predict } from '../../bench/predict.ts'
import { userError } from '../../core/errors.ts'
import type { Contender, Quality } from '../../core/products.ts'
import type { StageTools } from '../../core/stage.ts'
import { batchOf } from '../../data/fit.ts'
import type { Data } from '../../data/load.ts'
import { type ExampleMetric, loadMetric, outputsOf, topClasses } from '../../data/quality.ts'
import type { Asked } from './asked.ts'

/** A contender with the path of its model file. */
export interface Located {
  readonly contender: Contender
  readonly path: string
}

/**
 * Runs every contender over the data, on the given provider, and keeps what the questions need of each example.
 * Undefined when there is nothing to measure. Throws `quality-without-data` and `data-without-labels`.
 */
export async function measureQuality(
  contenders: readonly Located[],
  data: Data | undefined,
  asked: Asked,
  provider: string,
  tools: StageTools & { readonly dataNames: readonly string[] },
): Promise<Quality | undefined> {
  const wanted = [...asked.quality, ...asked.custom.map(({ metric }) => metric)]
  if (wanted.length === 0) return undefined
  if (!asked.insists && data?.labels === undefined) return undefined
  if (data === undefined)
    throw userError('quality-without-data', { metric: wanted[0] as string, names: tools.dataNames })
  if (asked.quality.includes('accuracy') && data.labels === undefined) {
    throw userError('data-without-labels', { data: data.name, metric: 'accuracy' })
  }
  const own = await loadOwn(asked, tools)
  const predictions: Record<string, readonly number[]> = {}
  const custom: Record<string, Record<string, readonly number[]>> = Object.fromEntries(
    [...own.keys()].map((name) => [name, {}]),
  )
  for (const { contender, path } of contenders) {
    // A copy of production would only predict the same again.
    if (contender.role === 'copy') continue
    tools.progress(`${contender.id}: predictions on ${data.examples} examples`)
    const found = await runOver(contender.id, path, data, { classes: asked.quality.length > 0, own, provider }, tools)
    if (asked.quality.length > 0) predictions[contender.id] = found.classes
    for (const [name, values] of Object.entries(found.custom))
      (custom[name] as Record<string, readonly number[]>)[contender.id] = values
  }
  return {
    data: data.name,
    examples: data.examples,
    ...(data.labels === undefined ? {} : { labels: data.labels }),
    predictions,
    custom,
  }
}

async function loadOwn({ custom }: Asked, { world }: StageTools): Promise<ReadonlyMap<string, ExampleMetric>> {
  const loaded = custom.map(async ({ metric, uses }): Promise<[string, ExampleMetric]> => {
    const path = uses?.path as string
    return [metric, await loadMetric({ path, sha256: await world.files.hash(path) }, world.trust)]
  })
  return new Map(await Promise.all(loaded))
}

interface Wanted {
  readonly classes: boolean
  readonly own: ReadonlyMap<string, ExampleMetric>
  readonly provider: string
}

async function runOver(
  id: string,
  path: string,
  data: Data,
  wanted: Wanted,
  tools: StageTools,
): Promise<{ classes: number[]; custom: Record<string, number[]> }> {
  const classes: number[] = []
  const custom = Object.fromEntries([...wanted.own.keys()].map((name): [string, number[]] => [name, []]))
  const plan = {
    path,
    provider: wanted.provider,
    examples: data.examples,
    batch: (start: number, end: number) => batchOf(data, start, end),
  }
  await predict(
    plan,
    async (outputs, start, count, rows) => {
      if (wanted.classes) classes.push(...topClasses(outputs, rows, id).slice(0, count))
      if (wanted.own.size === 0) return
      for (let at = 0; at < count; at++) {
        const index = start + at
        const example = { outputs: outputsOf(outputs, at, rows, id), label: data.labels?.[index], index }
        for (const [name, metric] of wanted.own) (custom[name] as number[]).push(await metric(example))
      }
    },
    tools,
  )
  return { classes, custom }
}
