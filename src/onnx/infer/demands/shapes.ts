import { byOperator } from '../by-operator.ts'
import { contradict, shapeText } from '../dims.ts'
import { Misfit, type NodeView } from '../node.ts'
import type { Dim } from '../types.ts'

/**
 * The dims of an input in words: the same name is the same size, a number is that size, `?` any size, `...` any number of
 * dims at the end. No words are a scalar; undefined is any shape.
 */
type Pattern = string | undefined

interface Shapes {
  /** The first version of the operator set that says so. */
  readonly since?: number
  readonly inputs: readonly Pattern[]
}

const vectors = ['N C ...', 'C', 'C', 'C', 'C']

/** Shapes that the inputs of operators must have. Source: the shape inference of the operators in onnx. */
const shapes = byOperator<Shapes>({
  AffineGrid: { inputs: ['N ? ?', 'length'] },
  BatchNormalization: { since: 9, inputs: vectors },
  Col2Im: { inputs: ['N C L', 'axes', 'axes'] },
  ConstantOfShape: { inputs: ['rank'] },
  Dropout: { since: 12, inputs: [undefined, '', ''] },
  ImageDecoder: { inputs: ['bytes'] },
  InstanceNormalization: { inputs: ['N C ...', 'C', 'C'] },
  MaxRoiPool: { inputs: ['N C H W', 'R 5'] },
  MaxUnpool: { inputs: ['N C ...', '? ? ...', 'rank'] },
  Multinomial: { inputs: ['N C'] },
  OneHot: { inputs: [undefined, undefined, '2'] },
  Pad: { since: 11, inputs: [undefined, 'pads', undefined, 'axes'] },
  Reshape: { since: 5, inputs: [undefined, 'rank'] },
  ReverseSequence: { inputs: ['? ? ...', 'lengths'] },
  RoiAlign: { inputs: ['N C H W', 'R 4', 'R'] },
  TensorScatter: { inputs: ['B ...', 'B ...', 'B'] },
  Tile: { since: 6, inputs: [undefined, 'rank'] },
  TopK: { since: 10, inputs: [undefined, '1'] },
})

const flexible: Shapes = { inputs: ['B Q L D', 'B K S D', 'B K S V'] }
const trees: Shapes = { inputs: ['N F'] }

function shapesOf({ node: { domain, opType } }: NodeView): Shapes | undefined {
  if (domain === 'ai.onnx.ml') return opType === 'TreeEnsemble' ? trees : undefined
  if (domain === 'ai.onnx.preview') return opType === 'FlexAttention' ? flexible : undefined
  return domain === '' || domain === 'ai.onnx' ? shapes.get(opType) : undefined
}

/** Throws a Misfit where the shape of an input is known and is not as its operator wants it. */
export function checkShapes(node: NodeView): void {
  const wanted = shapesOf(node)
  if (wanted === undefined || node.opset < (wanted.since ?? 1)) return
  const sizes = new Map<string, Dim>()
  for (const [index, pattern] of wanted.inputs.entries()) {
    if (pattern === undefined) continue
    const dims = node.dims(index)
    const words = pattern.split(' ').filter((word) => word !== '')
    const open = words.at(-1) === '...'
    const named = open ? words.slice(0, -1) : words
    if (dims === undefined) continue
    if (open) node.wantRank(index, [named.length, Infinity])
    else node.wantRank(index, named.length)
    for (const [axis, word] of named.entries())
      if (word !== '?' && contradict(sizeOf(word, sizes), dims[axis]))
        throw new Misfit(
          'shape',
          `Its input ${index} is ${shapeText(dims)}, where ${sizeOf(word, sizes)} is needed for axis ${axis}.`,
        )
      else if (typeof dims[axis] === 'number') sizes.set(word, dims[axis])
  }
}

function sizeOf(word: string, sizes: ReadonlyMap<string, Dim>): Dim {
  return /^\d+$/.test(word) ? Number(word) : sizes.get(word)
}
