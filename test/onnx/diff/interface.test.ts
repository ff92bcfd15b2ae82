import { describe, expect, it } from 'vitest'
import { diffInterface } from '../../../src/onnx/diff/index.ts'
import type { Graph, Model, ValueInfo } from '../../../src/onnx/format/messages.ts'
import { tensor, value } from '../../../src/onnx/graph/build.ts'
import { soundModel, withGraph } from '../models.ts'

const graph = soundModel().graph as Graph

function model(inputs: readonly ValueInfo[], outputs: readonly ValueInfo[], defaults: readonly string[] = []): Model {
  const weights = defaults.map((name) => tensor(name, 'float32', [], Float32Array.of(0)))
  return withGraph({ input: inputs, output: outputs, initializer: [...graph.initializer, ...weights] })
}

const x = value('x', 'float32', ['N', 3])
const y = value('y', 'float32', ['N', 2])
const scalar = (name: string): ValueInfo => value(name, 'float32', [])
const before = model([x], [y])

describe('diffInterface', () => {
  it.each<[string, Model, Model, string, string[]]>([
    ['nothing', before, before, 'compatible', []],
    [
      'the name of a symbol',
      before,
      model([value('x', 'float32', ['batch', 3])], [value('y', 'float32', ['batch', 2])]),
      'compatible',
      [],
    ],
    ['an output more', before, model([x], [y, scalar('z')]), 'additive', ['output `z` is new']],
    [
      'an optional input more',
      before,
      model([x, scalar('t')], [y], ['t']),
      'additive',
      ['input `t` is new, with a default'],
    ],
    ['a required input more', before, model([x, scalar('t')], [y]), 'breaking', ['input `t` is new and required']],
    ['an input less', model([x, scalar('t')], [y]), before, 'breaking', ['input `t` is gone']],
    [
      'an input renamed',
      before,
      model([value('z', 'float32', ['N', 3])], [y]),
      'breaking',
      ['input `x` is gone', 'input `z` is new and required'],
    ],
    [
      'the type of an input',
      before,
      model([value('x', 'float16', ['N', 3])], [y]),
      'breaking',
      ['input `x` changed from float32 to float16'],
    ],
    [
      'a batch that is now fixed',
      before,
      model([value('x', 'float32', [1, 3])], [y]),
      'breaking',
      ['input `x` takes [1, 3], no longer [N, 3]'],
    ],
    [
      'another number of features',
      before,
      model([value('x', 'float32', ['N', 4])], [y]),
      'breaking',
      ['input `x` takes [N, 4], no longer [N, 3]'],
    ],
    [
      'another rank',
      before,
      model([value('x', 'float32', ['N', 1, 3])], [y]),
      'breaking',
      ['input `x` takes [N, 1, 3], no longer [N, 3]'],
    ],
    [
      'a batch set free',
      model([value('x', 'float32', [1, 3])], [value('y', 'float32', [1, 2])]),
      before,
      'additive',
      ['input `x` takes [N, 3], beyond [1, 3]'],
    ],
    [
      'any shape',
      before,
      model([value('x', 'float32')], [y]),
      'additive',
      ['input `x` takes any shape, beyond [N, 3]'],
    ],
    [
      'a default lost',
      model([x, scalar('t')], [y], ['t']),
      model([x, scalar('t')], [y]),
      'breaking',
      ['input `t` lost its default and is now required'],
    ],
    [
      'a default gained',
      model([x, scalar('t')], [y]),
      model([x, scalar('t')], [y], ['t']),
      'additive',
      ['input `t` has a default now'],
    ],
    ['an output less', model([x], [y, scalar('z')]), before, 'breaking', ['output `z` is gone']],
    [
      'the type of an output',
      before,
      model([x], [value('y', 'int64', ['N', 2])]),
      'breaking',
      ['output `y` changed from float32 to int64'],
    ],
    [
      'more classes',
      before,
      model([x], [value('y', 'float32', ['N', 5])]),
      'breaking',
      ['output `y` has [N, 5], no longer [N, 2]'],
    ],
    [
      'a promise withdrawn',
      before,
      model([x], [value('y', 'float32', ['N', 'M'])]),
      'breaking',
      ['output `y` has [N, M], no longer [N, 2]'],
    ],
    ['a promise more', model([x], [value('y', 'float32', ['N', ''])]), before, 'compatible', []],
    [
      'an output that no longer follows its input',
      before,
      model([x], [value('y', 'float32', [1, 2])]),
      'breaking',
      ['output `y` has [1, 2], no longer [N, 2]'],
    ],
    [
      'outputs in another order',
      model([x], [y, scalar('z')]),
      model([x], [scalar('z'), y]),
      'breaking',
      ['output `y` is no longer at position 1', 'output `z` is no longer at position 2'],
    ],
  ])('judges %s', (_what, a, b, change, reasons) => {
    expect(diffInterface(a, b)).toEqual({ change, reasons })
  })

  it('puts what breaks before what adds', () => {
    const after = model([value('x', 'int8', ['N', 3])], [y, scalar('z')])
    expect(diffInterface(before, after).reasons).toEqual([
      'input `x` changed from float32 to int8',
      'output `z` is new',
    ])
  })
})
