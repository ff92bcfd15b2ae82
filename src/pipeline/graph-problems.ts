import type { Problem, Where } from '../core/errors/index.ts'
import type { ProductName } from '../core/products/index.ts'
import type { StageKind } from '../core/stage.ts'
import { pipelineProblem } from './errors.ts'
import { ancestors, descendants, giverOf, nodesOf, type Placed, topological } from './graph.ts'

/** What is asked of a stage here. */
interface Checked extends Placed {
  readonly kind: Pick<StageKind, 'gives' | 'needs' | 'concludes' | 'effects'>
  readonly where: Where | undefined
}

/** What is wrong with the order of stages: a circle, a product that nobody gives, and one that nobody takes. */
export function graphProblems(stages: readonly Checked[], kinds: readonly StageKind[]): Problem[] {
  const nodes = nodesOf(stages)
  const sorted = topological(nodes)
  if ('cycle' in sorted) {
    const where = stages.find((stage) => stage.name === sorted.cycle[0])?.where
    return [pipelineProblem('pipeline-cycle', { cycle: sorted.cycle }, where)]
  }
  return [...missing(stages, kinds), ...passedOver(stages), ...goneAround(stages)]
}

function missing(stages: readonly Checked[], kinds: readonly StageKind[]): Problem[] {
  const nodes = nodesOf(stages)
  return stages.flatMap((stage) =>
    stage.kind.needs
      .filter((product) => product !== 'subject' && giverOf(nodes, stage.name, product) === undefined)
      .map((product) => {
        const givers = kinds.filter((kind) => kind.gives === product).map((kind) => kind.name)
        return pipelineProblem('stage-input-missing', { stage: stage.name, product, givers }, stage.where)
      }),
  )
}

/**
 * A stage takes what the nearest stage before it gives. What another gave is then for nobody, which matters where that stage does not
 * conclude itself.
 */
function passedOver(stages: readonly Checked[]): Problem[] {
  const nodes = nodesOf(stages)
  return stages.flatMap((stage) => {
    const { gives, concludes } = stage.kind
    const after = descendants(nodes, stage.name)
    const takers = stages.filter(({ name, kind }) => after.includes(name) && kind.needs.includes(gives))
    const givers = takers.map(({ name }) => giverOf(nodes, name, gives))
    const [taker] = takers
    if (concludes !== undefined || taker === undefined || givers.includes(stage.name)) return []
    const facts = { stage: stage.name, product: gives, taker: taker.name, giver: String(givers[0]) }
    return [pipelineProblem('product-unused', facts, stage.where)]
  })
}

/** Products that say whether a candidate may go on. */
const judging: readonly ProductName[] = ['validation', 'decision']

/** A run that ends as failed has released nothing: what acts outside waits for all that judge, but for those that come after it. */
function goneAround(stages: readonly Checked[]): Problem[] {
  const nodes = nodesOf(stages)
  return stages.flatMap((stage) => {
    if (stage.kind.effects !== 'remote') return []
    const near = [
      stage.name,
      ...ancestors(nodes, stage.name).map(({ name }) => name),
      ...descendants(nodes, stage.name),
    ]
    const judge = stages.find(({ name, kind }) => judging.includes(kind.gives) && !near.includes(name))
    if (judge === undefined) return []
    return [pipelineProblem('gate-bypassed', { stage: stage.name, judge: judge.name }, stage.where)]
  })
}
