import path from 'node:path'
import { environmentOf } from '../core/environment.ts'
import { digest, type Sha256 } from '../core/json.ts'
import { isModule, moduleDigest } from '../core/module-digest.ts'
import type { Override, ProductName, Question } from '../core/products/index.ts'
import type { Share } from '../core/share.ts'
import { version } from '../core/version.ts'
import type { World } from '../core/world.ts'
import { descendants, giverOf, nodesOf } from './graph.ts'
import type { Pipeline, PipelineStage } from './load.ts'

/** Digests of the products known so far: by stage name, and of the subject. */
export interface Known {
  readonly subject: Sha256
  readonly products: ReadonlyMap<string, Sha256>
}

/** The products a stage is given, each with the stage that gives it. Those that do not exist (yet) are left out. */
export function givenTo(pipeline: Pipeline, stage: PipelineStage, known: Known): ReadonlyMap<ProductName, Sha256> {
  const nodes = nodesOf(pipeline.stages)
  const given = new Map<ProductName, Sha256>([['subject', known.subject]])
  for (const product of [...stage.kind.needs, ...stage.kind.wants]) {
    const giver = giverOf(nodes, stage.name, product)
    const sha256 = giver === undefined ? undefined : known.products.get(giver)
    if (sha256 !== undefined) given.set(product, sha256)
  }
  return given
}

/** What the stages after this one will ask of it. */
export function questionsFor(pipeline: Pipeline, stage: PipelineStage): readonly Question[] {
  return after(pipeline, stage).flatMap(({ questions }) => questions)
}

/** How often the stages after this one want it extended while their questions are open. */
export function extensionsFor(pipeline: Pipeline, stage: PipelineStage): number {
  return Math.max(0, ...after(pipeline, stage).map(({ extensions }) => extensions))
}

/** What the stages after this one give. */
export function productsAfter(pipeline: Pipeline, stage: PipelineStage): readonly ProductName[] {
  return after(pipeline, stage).map(({ kind }) => kind.gives)
}

/** What the stages before this one give. */
export function productsBefore(pipeline: Pipeline, { name }: PipelineStage): readonly ProductName[] {
  const nodes = nodesOf(pipeline.stages)
  return pipeline.stages.filter((each) => descendants(nodes, each.name).includes(name)).map(({ kind }) => kind.gives)
}

function after(pipeline: Pipeline, { name }: PipelineStage): readonly PipelineStage[] {
  const names = descendants(nodesOf(pipeline.stages), name)
  return pipeline.stages.filter((each) => names.includes(each.name))
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
  const { kind, settings } = stage
  const questions = kind.uses.includes('questions') ? questionsFor(pipeline, stage) : []
  const files = [...stage.files, ...questions.flatMap(({ uses }) => uses?.path ?? [])]
  const hashes = await Promise.all(
    files.map(
      async (file) =>
        [
          path.relative(pipeline.folder, file),
          (await world.files.exists(file)) ? await digestOf(file, world) : 'missing',
        ] as const,
    ),
  )
  return digest({
    kind: kind.name,
    settings: world.files.maskedValue(JSON.parse(JSON.stringify(settings)) as unknown),
    files: Object.fromEntries(hashes),
    given: Object.fromEntries(givenTo(pipeline, stage, known)),
    questions,
    extensions: kind.uses.includes('extensions') ? extensionsFor(pipeline, stage) : 0,
    ...(override !== undefined && kind.uses.includes('override') ? { override } : {}),
    ...(share === undefined ? {} : { share: digest(share) }),
    machine: kind.measures ? environmentOf(world.machine).fingerprint : world.machine.onnxruntime,
    version,
  })
}

/** A module is what it imports, too. */
function digestOf(file: string, { files }: World): Promise<Sha256> {
  return isModule(file) ? moduleDigest(file, files) : files.hash(file)
}
