import path from 'node:path'
import { environmentOf } from '../core/environment.ts'
import { digest, type Sha256 } from '../core/json.ts'
import type { Override, ProductName, Question } from '../core/products/index.ts'
import type { Share } from '../core/share.ts'
import { version } from '../core/version.ts'
import type { World } from '../core/world.ts'
import { descendants, giverOf } from './graph.ts'
import { nodesOf, type Pipeline, type PipelineStage } from './load.ts'

/** Digests of the products known so far: by stage name, and of the subject. */
export interface Known {
  readonly subject: Sha256
  readonly products: ReadonlyMap<string, Sha256>
}

/** The products a stage is given, each with the stage that gives it. Those that do not exist (yet) are left out. */
export function givenTo(pipeline: Pipeline, stage: PipelineStage, known: Known): ReadonlyMap<ProductName, Sha256> {
  const nodes = nodesOf(pipeline.stages)
  const given = new Map<ProductName, Sha256>([['subject', known.subject]])
  for (const product of [...stage.stage.kind.needs, ...stage.stage.kind.wants]) {
    const giver = giverOf(nodes, stage.name, product)
    const sha256 = giver === undefined ? undefined : known.products.get(giver)
    if (sha256 !== undefined) given.set(product, sha256)
  }
  return given
}

/** What the stages after this one will ask of it, and how often they want it extended while that is open. */
export function demandsOn(
  pipeline: Pipeline,
  stage: PipelineStage,
): { readonly questions: readonly Question[]; readonly extensions: number } {
  const after = descendants(nodesOf(pipeline.stages), stage.name)
  const stages = pipeline.stages.filter((each) => after.includes(each.name)).map((each) => each.stage)
  return {
    questions: stages.flatMap((each) => each.questions),
    extensions: Math.max(0, ...stages.map((each) => each.extensions)),
  }
}

/**
 * The cache key of a stage: everything its result depends on. Measurements depend on the machine too; results of the
 * others only on what they were given, on this version of Airworthy and on onnxruntime.
 */
export async function keyOf(
  pipeline: Pipeline,
  stage: PipelineStage,
  known: Known,
  world: World,
  { override, share }: { readonly override?: Override | undefined; readonly share?: Share | undefined } = {},
): Promise<Sha256> {
  const { kind, settings } = stage.stage
  const demands = kind.measures ? demandsOn(pipeline, stage) : { questions: [], extensions: 0 }
  const files = [...stage.stage.files, ...demands.questions.flatMap(({ uses }) => uses?.path ?? [])]
  const hashes = await Promise.all(
    files.map(
      async (file) =>
        [
          path.relative(pipeline.folder, file),
          (await world.files.exists(file)) ? await world.files.hash(file) : 'missing',
        ] as const,
    ),
  )
  return digest({
    kind: kind.kind,
    settings: JSON.parse(world.files.masked(JSON.stringify(settings))) as unknown,
    files: Object.fromEntries(hashes),
    given: Object.fromEntries(givenTo(pipeline, stage, known)),
    ...demands,
    ...(override !== undefined && kind.overridable ? { override } : {}),
    ...(share === undefined ? {} : { share: digest(share) }),
    machine: kind.measures ? environmentOf(world.machine).fingerprint : world.machine.onnxruntime,
    version,
  })
}
