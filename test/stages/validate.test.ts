import { describe, expect, it } from 'vitest'
import type { Finding, Validation } from '../../src/core/products/index.ts'
import type { StageOutcome } from '../../src/core/stage.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { validateOn } from '../../src/stages/validate/index.ts'
import { targets } from '../../src/targets/index.ts'
import { digitsBytes, soundModel, withGraph } from '../onnx/models.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld } from '../world.ts'
import { modelTools } from './model-tools.ts'

const openWorld = sharingWorkers(testWorld)

async function run(
  settings: unknown,
  candidate: Model | Uint8Array,
  production?: Model | Uint8Array,
): Promise<StageOutcome<'validation'>> {
  const { tools, subject } = await modelTools(openWorld)
  const stage = validateOn(targets).make(settings, { folder: tools.folder })
  return (await stage.run({ subject: await subject(candidate, production) }, tools)) as StageOutcome<'validation'>
}

function findings(product: Validation): Finding[] {
  return product.checks.flatMap((check) => check.findings)
}

describe('validate', () => {
  it('passes the candidate of the quickstart, and runs it', async () => {
    const { product, verdict, summary } = await run({}, digitsBytes('digits-candidate'), digitsBytes('digits-1.0.0'))
    expect(verdict).toBe('pass')
    expect(product.checks.map((check) => [check.check, check.verdict, check.findings])).toEqual([
      ['graph', 'pass', []],
      ['interface', 'pass', []],
      ['safety', 'pass', []],
      ['runs', 'pass', []],
      ['determinism', 'pass', []],
    ])
    expect(product.summary).toMatchObject({ nodes: 9, parameters: 57_253 })
    expect(summary).toBe('graph, interface, safety, runs, determinism: sound (9 nodes, 57253 parameters)')
  })

  it('says that a first release has nothing to compare its interface with', async () => {
    const { product, verdict } = await run({ checks: ['interface'] }, soundModel())
    expect(verdict).toBe('pass')
    expect(findings(product)).toMatchObject([{ severity: 'note', code: 'interface-first' }])
  })

  it('warns of a breaking interface and does not fail', async () => {
    const renamed = withGraph({ output: [value('sum', 'float32', ['N', 2])] })
    const { product, verdict, summary } = await run({ checks: ['interface'] }, renamed, soundModel())
    expect(verdict).toBe('pass')
    expect(findings(product).map((finding) => [finding.severity, finding.code, finding.message])).toEqual([
      ['warning', 'interface-breaking', 'Against production, output `y` is gone.'],
      ['warning', 'interface-breaking', 'Against production, output `sum` is new.'],
    ])
    expect(summary).toContain('2 warnings')
  })

  it('fails a model with an unknown operator, in the graph and when it runs', async () => {
    const [product0, sum] = soundModel().graph?.node ?? []
    const broken = withGraph({
      node: [product0 as never, sum as never, node('Relo', ['sum'], ['y'], { name: 'relu' })],
    })
    const { product, verdict, summary } = await run({ checks: ['graph', 'runs'] }, broken)
    expect(verdict).toBe('fail')
    expect(findings(product).map((finding) => finding.code)).toEqual(['operator-unknown', 'model-rejected'])
    expect(findings(product)[1]?.message).toContain('candidate.onnx')
    expect(summary).toBe('graph/node relu: There is no operator Relo in ai.onnx (and 1 more)')
  })

  it('fails a model whose outputs are not finite', async () => {
    const { product, verdict } = await run(
      { checks: ['runs'] },
      withGraph({ node: [node('Log', ['b'], ['y'])], output: [value('y', 'float32', [2])] }),
    )
    expect(verdict).toBe('fail')
    expect(findings(product)).toMatchObject([{ code: 'output-not-finite', where: 'output y' }])
  })

  it('refuses weights outside of the folder of the model', async () => {
    const { rawData: _raw, ...weight } = tensor('b', 'float32', [2], new Float32Array(2))
    const external = { ...weight, dataLocation: 1, externalData: [{ key: 'location', value: '../b.bin' }] }
    const { product, verdict } = await run(
      { checks: ['safety', 'runs'] },
      withGraph({ initializer: [soundModel().graph?.initializer[0] as never, external] }),
    )
    expect(verdict).toBe('fail')
    expect(findings(product).map((finding) => finding.code)).toEqual([
      'external-location',
      'external-data',
      'model-rejected',
    ])
  })

  it('does not judge what it had to guess sizes for', async () => {
    // Two free dimensions that must be 7 apart: no guess can know.
    const nodes = [node('Add', ['a', 'b'], ['y'])]
    const inputs = [value('a', 'float32', ['N', 7]), value('b', 'float32', ['N', 'M']), value('c', 'float32', ['K'])]
    const graph = buildGraph({
      inputs,
      outputs: [value('y', 'float32', ['N', 7])],
      nodes: [...nodes, node('Reshape', ['b', 'shape'], ['z'])],
      weights: [tensor('shape', 'int64', [1], BigInt64Array.of(7n))],
    })
    const { product, verdict } = await run(
      { checks: ['runs'] },
      buildModel({ graph: { ...graph, output: [...graph.output, value('z', 'float32', [7])] }, opset: 17 }),
    )
    expect(verdict).toBe('inconclusive')
    expect(findings(product)).toMatchObject([{ severity: 'warning', code: 'model-run-failed', unchecked: true }])
  })

  it('holds a model to the limits of its pipeline', async () => {
    const limits = { size: '100kB', parameters: 1000, opset: { max: 16 } }
    const { product, verdict } = await run({ checks: ['safety'], limits }, digitsBytes('digits-candidate'))
    expect(verdict).toBe('fail')
    expect(findings(product).map((finding) => [finding.code, finding.message])).toEqual([
      ['limit-size', 'It has 229784 bytes, more than the 100000 allowed.'],
      ['limit-parameters', 'It has 57253 parameters, more than the 1000 allowed.'],
      ['limit-opset', 'Its opset 17 is not within 0 to 16.'],
    ])
    expect((await run({ checks: ['safety'], limits: { opset: { min: 17, max: 17 } } }, soundModel())).verdict).toBe(
      'pass',
    )
  })

  it.each([
    ['model-truncated', () => digitsBytes('digits-candidate').subarray(0, 1000)],
    ['model-not-onnx', () => new TextEncoder().encode('version https://git-lfs.github.com/spec/v1')],
  ])('gives the error %s for what is no model', async (code, bytes) => {
    await expect(run({}, bytes())).rejects.toMatchObject({ code })
  })

  it('refuses settings it does not know', () => {
    for (const settings of [
      { check: ['graph'] },
      { checks: ['grph'] },
      { checks: [] },
      { limits: { size: '5 apples' } },
    ])
      expect(() => validateOn(targets).make(settings, { folder: '/' })).toThrow()
  })
})
