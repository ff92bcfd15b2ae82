import type { Model } from '../format/messages.ts'
import { mainScope } from '../graph/scopes.ts'
import { calleeOf, inferGraph, inferUncalled, outermost, type State } from './engine.ts'
import type { Inference, InferOptions, ValueType } from './types.ts'

export type * from './types.ts'

/**
 * What follows from a model for every value in it: element types, ranks, sizes and symbols, through branches, loops and
 * functions, with the shape arithmetic of exports worked out. What does not follow is unknown, never guessed. Weights are not
 * read, but for small ones that say shapes. Never throws; what contradicts the rules of an operator is a problem.
 */
export function inferTypes(model: Model, options?: InferOptions): Inference {
  if (options !== undefined) return infer(model, options)
  const inference = known.get(model) ?? infer(model, {})
  known.set(model, inference)
  return inference
}

/** Found once: several checks ask for it. */
const known = new WeakMap<Model, Inference>()

function infer(model: Model, options: InferOptions): Inference {
  const state: State = {
    functions: new Map(model.functions.map((body) => [calleeOf(body.domain, body.name, body.overload), body])),
    symbols: symbolsOf(model, options),
    scopes: new Map(),
    ids: new Map(),
    calls: new Map(),
    called: new Set(),
    problems: new Map(),
    endless: new Map(),
    nodes: 0,
  }
  const { graph } = model
  if (graph !== undefined) {
    const given = graph.input.map(({ name }): ValueType | undefined => {
      const dims = options.shapes?.get(name)
      return dims === undefined ? undefined : { kind: 'tensor', element: undefined, dims }
    })
    inferGraph(mainScope(model, graph), graph, given, undefined, state, outermost)
  }
  for (const body of model.functions) if (!state.called.has(body)) inferUncalled(body, state)
  return { scopes: [...state.scopes.values()], problems: [...state.problems.values()], endless: state.endless }
}

/** Sizes of the symbols that inputs of given shapes are declared with. */
function symbolsOf(model: Model, { shapes }: InferOptions): ReadonlyMap<string, number> {
  const symbols = new Map<string, number>()
  for (const { name, type } of model.graph?.input ?? [])
    for (const [axis, { dimParam }] of (type?.tensorType?.shape?.dim ?? []).entries()) {
      const size = shapes?.get(name)?.[axis]
      if (dimParam !== '' && size !== undefined) symbols.set(dimParam, size)
    }
  return symbols
}
