import path from 'node:path'
import type { Problem } from '../../core/errors/index.ts'
import type { ModelSummary } from '../../core/products/index.ts'
import { exitCodes } from '../../core/verdict.ts'
import { measureError } from '../../measure/errors.ts'
import { placeModel } from '../../measure/inspect.ts'
import {
  costOf,
  type ModelCost,
  type ModelSizes,
  type Roofline,
  rooflineOf,
  sizesOfModel,
} from '../../onnx/cost/index.ts'
import { summarize } from '../../onnx/graph/index.ts'
import { inferTypes } from '../../onnx/infer/index.ts'
import { pipelineError } from '../../pipeline/errors.ts'
import { findProvider } from '../../providers/index.ts'
import type { Entry } from '../context.ts'
import { entryError } from '../errors.ts'
import { failureOf } from '../failure.ts'
import { deviceOf } from './device.ts'
import { inspectionLines } from './inspect-text.ts'
import { shapeOf } from './shape.ts'
import { wholeModel } from './whole-model.ts'

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

interface InspectOptions {
  readonly json?: boolean
  readonly shape: readonly string[]
  readonly device?: string
  readonly provider?: string
  readonly top: string
}

export async function inspectCommand(entry: Entry, model: string, options: InspectOptions): Promise<number> {
  const shapes = new Map(options.shape.map(shapeOf))
  const device = options.device === undefined ? undefined : deviceOf(options.device)
  const providers = (options.provider?.split(',') ?? []).map((name) => findProvider(name.trim()).name)
  const top = topOf(options.top)
  const file = path.resolve(entry.world.cwd, model)
  if ((await entry.world.files.size(file)) === undefined)
    throw pipelineError('model-missing', { role: 'candidate', path: file })
  const { model: read, bytes } = await wholeModel(file, entry.world.files)
  const cost = costOf(inferTypes(read, { shapes: knownInputs(shapes, read.graph?.input ?? []) }))
  const placements: PlacedOn[] = []
  for (const provider of providers) placements.push(await placedOn(entry, file, provider, Object.fromEntries(shapes)))
  const inspected: Inspected = {
    ...summarize(read, bytes),
    sizes: sizesOfModel(read),
    cost,
    ...(device === undefined ? {} : { roofline: rooflineOf(cost, device) }),
    ...(providers.length === 0 ? {} : { placements }),
  }
  entry.out(
    options.json
      ? `${JSON.stringify(inspected, null, 2)}\n`
      : inspectionLines(inspected, model, { top, width: entry.width }),
  )
  return exitCodes.pass
}

function topOf(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw entryError('argument-wrong', { argument: `--top ${text}`, expected: 'a whole number from 1 on' })
}

/** The same shapes, when all are those of inputs. Throws `shape-unknown-input`. */
function knownInputs<Shapes extends ReadonlyMap<string, unknown>>(
  shapes: Shapes,
  inputs: readonly { readonly name: string }[],
): Shapes {
  const names = inputs.map(({ name }) => name)
  const stranger = [...shapes.keys()].find((name) => !names.includes(name))
  if (stranger !== undefined) throw measureError('shape-unknown-input', { input: stranger, inputs: names })
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
