import { describe, expect, test } from 'vitest'
import { diffLines } from '../../src/entry/cli/diff/text.ts'
import { diffModels } from '../../src/onnx/diff/index.ts'
import type { Graph, OnnxTensor } from '../../src/onnx/format/messages.ts'
import { node, tensor, value } from '../../src/onnx/graph/build.ts'
import { soundModel, withGraph } from '../onnx/models.ts'

const sound = soundModel()
const graph = sound.graph as Graph
const text = (part: Partial<Graph>): string => diffLines(diffModels(sound, withGraph(part)), 100)

describe('a difference at a glance', () => {
  test('the verdict comes first', () => {
    expect(diffLines(diffModels(sound, sound), 100)).toMatch(/^same: /)
    expect(text({ input: [value('x', 'float16', ['N', 3])] })).toMatch(
      /^breaking: input `x` changed from float32 to float16\n/,
    )
    expect(text({ output: [...graph.output, value('sum', 'float32', ['N', 2])] })).toMatch(
      /^additive: output `sum` is new\n/,
    )
    const w = tensor('w', 'float32', [3, 2], Float32Array.of(1, -1, 0.5, 2, 0, 6))
    const weights = text({ initializer: [w, graph.initializer[1] as OnnxTensor] })
    expect(weights).toMatch(/^compatible: /)
    // Squares before sum to 15.25; one of six elements changed by 3.
    expect(weights).toMatch(/ {2}w +3\.91 → 6\.5 +76\.8 % +3 +16\.7 % → 16\.7 % +16\.7 %/)
  })

  test('names from a model do not reach the terminal as they are', () => {
    const hostile = '\u001b[31mred\u0007\n::error::x\u202e'
    const shown = text({
      input: [value(hostile, 'float32', ['N', 3])],
      node: [...graph.node, node(hostile, ['sum'], [hostile], { name: hostile })],
      initializer: [...graph.initializer, tensor(hostile, 'float32', [1], new Float32Array(1))],
    })
    expect(shown).toContain('red')
    expect(shown).not.toMatch(/[\u001b\u0007\u202e]|^\s*::error/m)
  })

  test('long lists are cut and say so', () => {
    const many = Array.from({ length: 25 }, (_, at) => tensor(`t${at}`, 'float32', [1], Float32Array.of(at)))
    expect(text({ initializer: [...graph.initializer, ...many] })).toContain('and 15 more (--json has all)')
  })
})
