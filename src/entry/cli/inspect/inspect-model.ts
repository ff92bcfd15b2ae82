import type { Problem } from '../../../core/errors/index.ts'
import type { ModelSummary } from '../../../core/products/index.ts'
import { measureError } from '../../../measure/errors.ts'
import { placeModel } from '../../../measure/inspect.ts'
import {
  costOf,
  type Device,
  type ModelCost,
  type ModelSizes,
  type Roofline,
  rooflineOf,
  sizesOfModel,
} from '../../../onnx/cost/index.ts'
import { summarize } from '../../../onnx/graph/index.ts'
import { inferTypes } from '../../../onnx/infer/index.ts'
import type { Entry } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import { wholeModel } from '../whole-model.ts'

/** What a model is, as `inspect --json` prints it: the members of the summary, and beside them the rest. */
export interface Inspected extends ModelSummary {
  readonly sizes: ModelSizes
  readonly cost: ModelCost
  readonly roofline?: Roofline
  readonly placements?: readonly PlacedOn[]
}

/** Who ran the nodes of a model when a provider was asked to, or why that is not known. */
export interface PlacedOn {
  readonly provider: string
  /** Nodes by what ran them, after the runtime's optimisations, which merge and rename. */
  readonly nodes?: Readonly<Record<string, readonly string[]>>
  /** Those that the provider did not run. */
  readonly elsewhere?: readonly string[]
  readonly absent?: string
}

/** What is asked of the model besides. */
export interface Asked {
  /** Dims of inputs, by name, where they are not as the model declares them. */
  readonly shapes: ReadonlyMap<string, readonly number[]>
  readonly device: Device | undefined
  /** Run it once on each of these. */
  readonly providers: readonly string[]
}

/** Reads the model, and runs it where providers are asked for. `file`: its absolute path. */
export async function inspectModel(
  entry: Entry,
  file: string,
  { shapes, device, providers }: Asked,
): Promise<Inspected> {
  const { model, own, bytes } = await wholeModel(file, 'candidate', entry.world.files)
  const cost = costOf(inferTypes(model, { shapes: knownInputs(shapes, model.graph?.input ?? []) }))
  const placements: PlacedOn[] = []
  for (const provider of providers) placements.push(await placedOn(entry, file, provider, Object.fromEntries(shapes)))
  return {
    ...summarize(model, bytes),
    // Weights in other files are described by their dims: gigabytes are not read just to describe them.
    sizes: sizesOfModel(own),
    cost,
    ...(device === undefined ? {} : { roofline: rooflineOf(cost, device) }),
    ...(providers.length === 0 ? {} : { placements }),
  }
}

/** The same shapes, when all are those of inputs. Throws `shape-unknown-input`. */
function knownInputs<Shapes extends ReadonlyMap<string, unknown>>(
  shapes: Shapes,
  inputs: readonly { readonly name: string }[],
): Shapes {
  const names = inputs.map(({ name }) => name)
  const unknown = [...shapes.keys()].find((name) => !names.includes(name))
  if (unknown !== undefined) throw measureError('shape-unknown-input', { input: unknown, inputs: names })
  return shapes
}

/** Measured, not guessed: the model runs with a profile. What keeps it from running is told in its place. */
async function placedOn(
  entry: Entry,
  file: string,
  provider: string,
  shapes: Readonly<Record<string, readonly number[]>>,
): Promise<PlacedOn> {
  try {
    const placement = await placeModel(file, provider, shapes, { world: entry.world, signal: entry.signal })
    if (placement === undefined) return { provider, absent: 'its runtime keeps no profile' }
    return { provider, nodes: placement.nodes, elsewhere: placement.elsewhere }
  } catch (thrown) {
    const { problems } = failureOf(thrown)
    if (entry.signal.aborted || !problems.every(isUsers)) throw thrown
    return { provider, absent: problems.map(({ message }) => message).join(' ') }
  }
}

/** What is not there or does not fit is told; a bug of ours is thrown on. */
function isUsers({ code }: Problem): boolean {
  return code.startsWith('provider-') || code.startsWith('model-') || code === 'input-unsupported'
}
