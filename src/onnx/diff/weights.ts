import { piecesOf } from '../../core/bytes.ts'
import { sha256Of } from '../../core/json.ts'
import type { Model, OnnxTensor } from '../format/messages.ts'
import { parametersOf, type Weight, weightsOf } from '../graph/constants.ts'
import { rawRangeOf } from '../tensors/elements.ts'
import { grouped } from './grouped.ts'
import type { Match } from './match.ts'
import { changeOf, factsOf, type TensorFacts, type WeightChange } from './weight-change.ts'

/** A tensor that only one of the models has. */
export interface LoneWeight extends TensorFacts {
  readonly name: string
}

/** A pair of which at least one tensor cannot be read, so that nothing is known but that type and dims are the same. */
export interface UnreadWeight extends LoneWeight {
  readonly why: string
}

export interface WeightsDiff {
  readonly parameters: { readonly before: number; readonly after: number }
  readonly equal: number
  /** The largest relative change first; those of another type or dims before all. */
  readonly changed: readonly WeightChange[]
  readonly added: readonly LoneWeight[]
  readonly removed: readonly LoneWeight[]
  readonly unread: readonly UnreadWeight[]
}

type Pair = readonly [Weight, Weight, WeightChange['pairedBy']]

/**
 * How the weights of two models differ: initialisers and the values of Constant nodes. They go together by name, else by
 * content, else by the place in which nodes that go together (`matches`) take them. Tensors are read one pair at a time.
 */
export function diffWeights(a: Model, b: Model, matches: readonly Match[]): WeightsDiff {
  const [before, after] = [weightsOf(a), weightsOf(b)]
  const pairs = pair(before, after, matches)
  const paired = new Set<unknown>(pairs.flat())
  const judged = pairs.map(([one, two, by]) => judge(one, two, by))
  return {
    parameters: { before: parametersOf(a), after: parametersOf(b) },
    equal: judged.filter((each) => each === 'equal').length,
    changed: judged
      .filter((each): each is WeightChange => typeof each === 'object' && 'pairedBy' in each)
      .sort(byChange),
    added: after.filter((weight) => !paired.has(weight)).map(lone),
    removed: before.filter((weight) => !paired.has(weight)).map(lone),
    unread: judged.filter((each): each is UnreadWeight => typeof each === 'object' && 'why' in each),
  }
}

function pair(before: readonly Weight[], after: readonly Weight[], matches: readonly Match[]): Pair[] {
  const pairs: Pair[] = []
  const taken = new Set<Weight>()
  const match = (one: Weight | undefined, two: Weight | undefined, by: Pair[2]): void => {
    if (one === undefined || two === undefined || taken.has(one) || taken.has(two)) return
    taken.add(one).add(two)
    pairs.push([one, two, by])
  }
  const by = (keyOf: (weight: Weight) => string, how: Pair[2]): void => {
    const free = (list: readonly Weight[]) => list.filter((weight) => !taken.has(weight))
    const others = grouped(free(after), keyOf)
    for (const [key, group] of grouped(free(before), keyOf)) {
      for (const [index, one] of group.entries()) match(one, others.get(key)?.[index], how)
    }
  }
  by((weight) => `${weight.name}\0${shapeOf(weight.tensor)}`, 'name')
  by(
    contentKey(
      before.filter((one) => !taken.has(one)),
      after.filter((one) => !taken.has(one)),
    ),
    'content',
  )
  const [ofA, ofB] = [byTensor(before), byTensor(after)]
  for (const { a, b } of matches) {
    a.sources.forEach(({ constant }, input) => {
      const other = b.sources[input]?.constant
      if (constant !== undefined && other !== undefined) match(ofA.get(constant), ofB.get(other), 'place')
    })
  }
  by((weight) => weight.name, 'name')
  return pairs
}

function byTensor(weights: readonly Weight[]): Map<OnnxTensor, Weight> {
  return new Map(weights.map((weight) => [weight.tensor, weight]))
}

/** Only tensors whose type and dims occur on both sides are read. What cannot be read is like nothing else. */
function contentKey(before: readonly Weight[], after: readonly Weight[]): (weight: Weight) => string {
  const shapes = [before, after].map((list) => new Set(list.map(({ tensor }) => shapeOf(tensor))))
  const isBefore = new Set(before)
  return (weight) => {
    const { name, tensor } = weight
    const shape = shapeOf(tensor)
    const content = shapes.every((set) => set.has(shape)) ? contentOf(tensor) : undefined
    return content === undefined ? `unread ${isBefore.has(weight) ? 'a' : 'b'} ${name}` : `${shape} ${content}`
  }
}

/** A digest. */
function contentOf(tensor: OnnxTensor): string | undefined {
  const raw = rawRangeOf(tensor)
  return raw === undefined || raw.start === raw.end ? undefined : sha256Of(piecesOf(raw))
}

function judge(one: Weight, two: Weight, by: Pair[2]): 'equal' | WeightChange | UnreadWeight {
  const change = changeOf(one.tensor, two.tensor)
  if (change === 'equal') return 'equal'
  if ('why' in change) return { ...lone(one), ...change }
  return { name: one.name, newName: two.name, pairedBy: by, ...change }
}

function byChange(one: WeightChange, two: WeightChange): number {
  const size = ({ values }: WeightChange) => values?.relativeChange ?? Number.POSITIVE_INFINITY
  const [first, second] = [size(one), size(two)]
  return first === second ? (one.name < two.name ? -1 : 1) : second > first ? 1 : -1
}

function lone({ name, tensor }: Weight): LoneWeight {
  return { name, ...factsOf(tensor) }
}

function shapeOf(tensor: OnnxTensor): string {
  const { type, dims } = factsOf(tensor)
  return `${type}[${dims.join()}]`
}
