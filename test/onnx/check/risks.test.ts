import { describe, expect, it } from 'vitest'
import { checkRisks } from '../../../src/onnx/check/risks.ts'
import { readModel } from '../../../src/onnx/format/index.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'
import { node, value } from '../../../src/onnx/graph/build.ts'
import { digitsBytes, soundModel, withGraph } from '../models.ts'

function clipTo(text: string): Model {
  return { ...soundModel(), metadataProps: [{ key: 'note', value: text }] }
}

describe('checkRisks', () => {
  it.each([
    ['nothing', 'A small model, trained on 3 < 4 examples; see README.', []],
    ['an address', 'see https://example.com/model', ['text-address']],
    ['a script in an address', 'javascript:alert(1)', ['text-address']],
    ['characters that are not seen', 'in\u200bvisible', ['text-hidden']],
    ['text that is turned around', '\u202egnp.exe', ['text-hidden']],
    ['a terminal sequence', '\u001b[2J', ['text-hidden']],
    ['HTML', '<img src=x onerror=alert(1)>', ['text-markup']],
    ['a Markdown link', '[ok](javascript:alert(1))', ['text-markup', 'text-address']],
    ['a workflow command', 'one\n::set-output name=x::y', ['text-markup']],
    ['a file', 'A'.repeat(70_000), ['text-long']],
  ])('finds %s', (_what, text, expected) => {
    expect(checkRisks(clipTo(text)).map(({ code }) => code)).toEqual(expected)
  })

  it('looks at names of nodes and values, and says where', () => {
    const named = withGraph({
      node: [node('Relu', ['x'], ['y'], { name: 'a\u202eb' })],
      output: [value('<b>', 'float32', [1])],
    })
    expect(checkRisks(named).map(({ code, where }) => [code, where])).toEqual([
      ['text-markup', 'graph/value'],
      ['text-hidden', 'graph/node a\u202eb'],
    ])
  })

  // How its time grows is measured by lab/growth.ts.
  it('gets to the end of texts that are made to take time', () => {
    for (const piece of ['<a', '](', '](  ', 'http:', '<!--'])
      expect(checkRisks(clipTo(piece.repeat(40_000))).map(({ code }) => code)).toContain('text-long')
  })

  it('finds nothing in the models of the quickstart', () => {
    for (const file of ['digits-1.0.0', 'digits-candidate', 'digits-regression'] as const)
      expect(checkRisks(readModel(digitsBytes(file)))).toEqual([])
  })
})
