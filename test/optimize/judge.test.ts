import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineVariant, type Saving, type VariantKind } from '../../src/core/variant.ts'
import { type Model, readModel, writeModel } from '../../src/onnx/format/index.ts'
import { node, tensor, value } from '../../src/onnx/graph/build.ts'
import { variants } from '../../src/optimize/index.ts'
import { makeVariant, type Variant } from '../../src/optimize/make.ts'
import { pipelineOf } from '../../src/pipeline/load.ts'
import { run } from '../../src/pipeline/run.ts'
import { soundModel, withGraph } from '../onnx/models.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { modelTools } from '../stages/model-tools.ts'
import { testWorld } from '../world.ts'

const openWorld = sharingWorkers(testWorld)

interface Making {
  readonly name?: string
  readonly saves?: Saving
  readonly runtimeOperators?: boolean
}

/** A variant that is made in this process. */
function rewriting(
  rewrite: (model: Model) => Model,
  { name = 'own', saves = 'bytes', ...made }: Making = {},
): VariantKind {
  return defineVariant({
    name,
    summary: 'made by a test',
    settings: z.strictObject({ label: z.string().default('plain') }),
    example: `{ variants: [${name}] }`,
    saves,
    deterministic: true,
    async make({ label }, original, { files, scratch }) {
      const written = path.join(scratch, 'rewritten.onnx')
      await files.write(written, writeModel(rewrite(readModel(await files.read(original.path)))))
      return { path: written, how: `rewritten, ${label}`, ...made }
    },
  })
}

const talkative = (): Model => ({ ...soundModel(), docString: 'word '.repeat(200) })
const silent = (model: Model): Model => ({ ...model, docString: '' })

async function variantOf(kind: VariantKind, candidate: Model = talkative()): Promise<Variant> {
  const { tools, subject } = await modelTools(openWorld)
  return makeVariant(kind, (await subject(candidate)).candidate, { label: 'told', tolerance: 1e-4 }, tools)
}

describe('a variant is kept by one bar, whatever its kind', () => {
  it('keeps one that saves what it promises, and answers the same', async () => {
    const variant = await variantOf(rewriting(silent))
    expect(variant).toMatchObject({ id: 'own', kept: true, how: 'rewritten, told', model: { name: 'rewritten.onnx' } })
    expect(variant.why).toMatch(/^has 3 nodes instead of 3, \d+ bytes instead of \d+, and answers with no difference$/)
  })

  it('drops one that does not', async () => {
    expect((await variantOf(rewriting((model) => model))).why).toMatch(
      /^takes (\d+) bytes instead of \1, so there is nothing to gain$/,
    )
    expect((await variantOf(rewriting(silent, { saves: 'nodes' }))).why).toBe(
      'leaves all 3 nodes, so there is nothing to gain',
    )
  })

  it('drops one with another interface, and one that answers otherwise', async () => {
    const renamed = rewriting((model) =>
      withGraph(
        {
          input: [value('z', 'float32', ['N', 3])],
          node: [node('MatMul', ['z', 'w'], ['xw']), ...(model.graph?.node.slice(1) ?? [])],
        },
        silent(model),
      ),
    )
    expect((await variantOf(renamed)).why).toMatch(/^has another interface \(.+\)$/)
    const biased = rewriting((model) =>
      withGraph(
        {
          initializer: [
            ...(model.graph?.initializer.slice(0, 1) ?? []),
            tensor('b', 'float32', [2], Float32Array.of(1, 1)),
          ],
        },
        silent(model),
      ),
    )
    expect(await variantOf(biased)).toMatchObject({
      kept: false,
      why: expect.stringMatching(/^answers with a difference of \d\.\de.\d, beyond the tolerance of 0\.0001$/),
    })
  })

  it('drops one that is not sound, but for operators that it says are of the runtime', async () => {
    const unsound = rewriting((model) => withGraph({ node: [...(model.graph?.node.slice(0, 2) ?? [])] }, silent(model)))
    expect((await variantOf(unsound)).why).toMatch(/^is not a sound model \(graph\/output y: /)
    // Gelu is in the standard from opset 20 on; onnxruntime runs it in no earlier one.
    const early = (model: Model) =>
      withGraph({ node: [...(model.graph?.node.slice(0, 2) ?? []), node('Gelu', ['sum'], ['y'])] }, silent(model))
    expect((await variantOf(rewriting(early))).why).toMatch(/^is not a sound model /)
    expect((await variantOf(rewriting(early, { runtimeOperators: true }))).why).toMatch(
      /^could not be compared: .*rewritten\.onnx/,
    )
  })
})

describe('variants from outside', () => {
  const own = [rewriting((model) => model, { name: 'same' }), rewriting(silent)]

  it('are made in the order of the pipeline file, and the first that is kept goes on', async () => {
    const world = await openWorld()
    await world.files.write(path.join(world.cwd, 'candidate.onnx'), writeModel(talkative()))
    const value = {
      pipeline: 'own',
      model: { candidate: 'candidate.onnx' },
      registry: { scratch: true },
      stages: { optimize: { variants: ['same', 'own', 'graph', 'own'], label: 'mine' } },
    }
    const report = await run(pipelineOf(value, world.cwd, world, { variants: own }), world)
    expect(report.variants?.variants.map(({ id, kept }) => [id, kept])).toEqual([
      ['same', false],
      ['own', true],
      ['graph', true],
    ])
    expect(report.variants?.chosen.id).toBe('own')
    expect(report.variants?.variants[0]?.how).toBe('rewritten, mine')
  })

  it('are named among the valid ones, with the nearest', async () => {
    const world = await testWorld()
    const value = { pipeline: 'own', model: { candidate: 'a.onnx' }, stages: { optimize: { variants: ['sam'] } } }
    const names = [...variants, ...own].map(({ name }) => name).join(', ')
    expect(() => pipelineOf(value, world.cwd, world, { variants: own })).toThrowError(
      expect.objectContaining({
        message: `stages.optimize.variants.[0]: expected one of ${names}.`,
        hint: expect.stringContaining('Did you mean same?'),
      }),
    )
  })
})
