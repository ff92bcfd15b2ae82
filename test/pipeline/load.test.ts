import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { type Problem, UserError } from '../../src/core/errors/index.ts'
import type { World } from '../../src/core/world.ts'
import { type LoadOptions, load, type Pipeline } from '../../src/pipeline/load.ts'
import { testWorld } from '../world.ts'

async function loaded(text: string, options: LoadOptions = {}, given?: World): Promise<Pipeline> {
  const world = given ?? (await testWorld())
  const file = path.join(world.cwd, 'p.yml')
  await world.files.writeText(file, text)
  return load(file, world, options)
}

async function problemsOf(text: string, options: LoadOptions = {}, world?: World): Promise<readonly Problem[]> {
  try {
    await loaded(text, options, world)
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.problems
    throw thrown
  }
  return []
}

const sound = `pipeline: digits
model: { candidate: a.onnx }
stages:
  validate: {}
  benchmark: { budget: 5s }
  compare: { metrics: { latency.p50: { margin: 3% } } }
  gate:
`

describe('a sound pipeline', () => {
  test('is read with its defaults: order of the file, registry of the repository', async () => {
    const pipeline = await loaded(sound)
    expect(pipeline.stages.map((stage) => [stage.name, stage.needs])).toEqual([
      ['validate', []],
      ['benchmark', ['validate']],
      ['compare', ['benchmark']],
      ['gate', ['compare']],
    ])
    expect(pipeline.registry).toEqual({ git: '.' })
    expect(pipeline.stages[0]?.timeout).toBe(30 * 60_000)
    expect(pipeline.stages[1]?.settings).toMatchObject({ budget: 5000 })
  })

  test('keeps the order of the file for names that only begin with a number', async () => {
    const pipeline = await loaded(sound.replace('validate: {}', '9th: { kind: validate }\n  1-st: { kind: validate }'))
    expect(pipeline.stages.map(({ name }) => name)).toEqual(['9th', '1-st', 'benchmark', 'compare', 'gate'])
  })

  test('may name its stages freely, with kind and needs', async () => {
    const pipeline = await loaded(`pipeline: p
model: { candidate: a.onnx }
stages:
  quick: { kind: benchmark, budget: 2s }
  look: { kind: validate, needs: [] }
  judge: { kind: compare, needs: [quick, look], metrics: { size: {} }, timeout: 90s, when: { branch: [main, release/*], event: push } }
`)
    const judge = pipeline.stages[2]
    expect(judge?.kind.name).toBe('compare')
    expect(judge?.needs).toEqual(['quick', 'look'])
    expect(judge?.timeout).toBe(90_000)
    expect(judge?.when).toEqual({ branch: ['main', 'release/*'], event: 'push' })
  })
})

describe('what is wrong is told', () => {
  test('all at once, each with file, line and column', async () => {
    const problems = await problemsOf(`pipeline: digits
modle: { candidate: a.onnx }
model: { candidate: a.onnx }
stages:
  validate: { chekcs: [graph] }
  benchmark: { budget: 5 parsecs }
  benchmrk: {}
`)
    expect(problems.map(({ code, where }) => [code, where?.line, where?.column])).toEqual([
      ['pipeline-unknown-key', 2, 1],
      ['pipeline-unknown-key', 5, 15],
      ['pipeline-wrong-value', 6, 24],
      ['stage-kind-unknown', 7, 3],
    ])
    expect(problems[0]?.hint).toMatch(/Did you mean model\?/)
    expect(problems[1]?.hint).toMatch(/Valid here: .*checks.*Did you mean checks\?/)
    expect(problems[2]?.message).toMatch(/a duration such as 250ms/)
    expect(problems[3]?.hint).toMatch(/Did you mean benchmark\?/)
  })

  test.each([
    ['a missing key', 'pipeline: p\nstages: { validate: {} }\n', 'pipeline-missing-key', /model/],
    [
      'a cycle',
      sound.replace('validate: {}', 'validate: { needs: [gate] }'),
      'pipeline-cycle',
      /validate → gate → compare → benchmark → validate/,
    ],
    ['a duplicate name', sound.replace('gate:', 'validate:'), 'pipeline-duplicate-name', /twice/],
    ['an unknown stage in needs', sound.replace('validate: {}', 'validate: { needs: [gat] }'), 'stage-unknown', /gat/],
    [
      'a product that no stage gives',
      'pipeline: p\nmodel: { candidate: a }\nstages: { gate: {} }\n',
      'stage-input-missing',
      /comparison/,
    ],
    [
      'two comparisons in a row, of which the gate would see the second alone',
      'pipeline: p\nmodel: { candidate: a }\nstages: { benchmark: {}, strict: { kind: compare, metrics: { size: {} } }, lax: { kind: compare, metrics: { parameters: {} } }, gate: {} }\n',
      'product-unused',
      /comparison of the stage strict: gate takes what lax gives/,
    ],
    [
      'two benchmarks beside one another',
      'pipeline: p\nmodel: { candidate: a }\nstages: { one: { kind: benchmark }, two: { kind: benchmark, needs: [] }, compare: { needs: [one, two], metrics: { size: {} } } }\n',
      'product-unused',
      /measurements of the stage one: compare takes what two gives/,
    ],
    ['an unknown metric', sound.replace('latency.p50', 'latency.p5O'), 'pipeline-wrong-value', /latency\.p50/],
    ['a bad unit', sound.replace('3%', '3 furlongs'), 'pipeline-wrong-value', /a margin such as/],
    [
      'a name that cannot stand in a tag',
      sound.replace('pipeline: digits', 'pipeline: "a b"'),
      'pipeline-wrong-value',
      /letters, digits/,
    ],
    [
      'a stage called by a number, which a mapping puts first',
      `${sound}  2: { kind: validate }\n`,
      'pipeline-wrong-name',
      /^2 cannot be a name.*order of the file/,
    ],
    [
      'the same in quotes',
      sound.replace('validate: {}', '"007": { kind: validate }'),
      'pipeline-wrong-name',
      /^007 cannot/,
    ],
    ['a stage with a blank in its name', sound.replace('gate:', 'a b:'), 'pipeline-wrong-name', /letters, digits/],
    [
      'a data set called by a number',
      sound.replace('stages:', 'data: { late: { from: b.npz }, 2024: { from: a.npz } }\nstages:'),
      'pipeline-wrong-name',
      /^2024 cannot be a name/,
    ],
    [
      'a metric called by a number',
      sound.replace('latency.p50: { margin: 3% }', 'size: {}, 5: { uses: ./m.mjs, better: lower, margin: 1% }'),
      'pipeline-wrong-value',
      /^stages\.compare\.metrics\.5: .*order of the file/,
    ],
    ['no stages', 'pipeline: p\nmodel: { candidate: a }\nstages: {}\n', 'pipeline-wrong-value', /at least one stage/],
    ['a stage that is a list', sound.replace('validate: {}', 'validate: []'), 'pipeline-wrong-value', /a mapping/],
    ['a document that is text', 'just text', 'pipeline-wrong-value', /object/],
    ['an empty file', '', 'pipeline-wrong-value', /object/],
    ['broken YAML', 'a: [1, 2', 'pipeline-not-yaml', /YAML/],
    ['a tab as indentation', 'a:\n\tb: 1', 'pipeline-not-yaml', /YAML/i],
  ])('%s', async (_, text, code, message) => {
    const problems = await problemsOf(text)
    const found = problems.find((each) => each.code === code)
    expect(found?.code, JSON.stringify(problems)).toBe(code)
    expect(`${found?.message} ${found?.hint}`).toMatch(message)
    expect(found?.where?.line).toBeGreaterThan(0)
  })

  // Expanded they would be 400 million values.
  test('aliases that multiply themselves are refused', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`),
    ]
    const problems = await problemsOf(`${bomb.join('\n')}\n`)
    expect(problems[0]?.code).toBe('pipeline-not-yaml')
  })

  test('a file too large for a pipeline is not even read', async () => {
    const world = await testWorld()
    const file = path.join(world.cwd, 'huge.yml')
    const { truncate, writeFile } = await import('node:fs/promises')
    await writeFile(file, '')
    await truncate(file, 100 * 1024 * 1024)
    await expect(load(file, world)).rejects.toMatchObject({ code: 'pipeline-too-large' })
  })

  test('a missing file', async () => {
    const world = await testWorld()
    await expect(load('no.yml', world)).rejects.toMatchObject({ code: 'pipeline-missing' })
  })
})

describe('expressions', () => {
  const withInput = `pipeline: p
inputs: { budget: { default: 3s }, batch: { default: 8 } }
model: { candidate: "\${{ env.MODEL }}" }
stages:
  benchmark: { budget: "\${{ inputs.budget }}", scenarios: [{ batch: "\${{ inputs.batch }}" }] }
`
  test('take values from the environment and from inputs, keeping numbers', async () => {
    const world = await testWorld({ env: { MODEL: 'm.onnx' } })
    const pipeline = await loaded(withInput, { inputs: { budget: '7s' } }, world)
    expect(pipeline.model.candidate).toBe('m.onnx')
    expect(pipeline.stages[0]?.settings).toMatchObject({ budget: 7000, scenarios: [{ batch: 8 }] })
  })

  test('what is not defined, not declared, or no expression is an error at its place', async () => {
    const world = await testWorld({ env: {} })
    const text = withInput.replace('inputs.batch', 'inputs.btach').replace('inputs.budget', 'process.exit()')
    const problems = await problemsOf(text, { inputs: { bugdet: '1s' } }, world)
    expect(problems.map((each) => each.code)).toEqual(
      expect.arrayContaining(['input-unknown', 'expression-undefined', 'expression-unknown']),
    )
    expect(problems.find((each) => each.message.includes('inputs.btach'))?.hint).toMatch(/Did you mean batch\?/)
    expect(problems.find((each) => each.message.includes('env.MODEL'))?.where).toMatchObject({ line: 3, column: 21 })
  })

  test.each(['toString', 'constructor', '__proto__'])('find nothing called %s where nothing was put', async (name) => {
    const world = await testWorld({ env: { MODEL: 'm.onnx' } })
    for (const term of [`env.${name}`, `inputs.${name}`]) {
      const problems = await problemsOf(withInput.replace('env.MODEL', term), {}, world)
      expect(problems[0]).toMatchObject({ code: 'expression-undefined', message: expect.stringContaining(name) })
    }
    const found = await testWorld({ env: Object.fromEntries([[name, 'm.onnx']]) })
    const { model } = await loaded(withInput.replace('env.MODEL', `env.${name}`), {}, found)
    expect(model.candidate).toBe('m.onnx')
  })

  test('are text and never code', async () => {
    const world = await testWorld({ env: { MODEL: '${{ env.OTHER }}; rm -rf /', OTHER: 'x' } })
    expect((await loaded(withInput, {}, world)).model.candidate).toBe('${{ env.OTHER }}; rm -rf /')
  })
})

test('whatever YAML is thrown at it, load answers with a pipeline or with problems', async () => {
  const world = await testWorld()
  const word = fc.oneof(
    fc.constantFrom(
      'pipeline',
      'model',
      'candidate',
      'stages',
      'validate',
      'benchmark',
      'compare',
      'gate',
      'needs',
      'kind',
      'when',
      'metrics',
      'margin',
      '3%',
      '10s',
      '${{ env.X }}',
      '__proto__',
      'constructor',
      '',
    ),
    fc.string(),
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree')),
      fc.dictionary(word, tie('tree')),
    ),
  }))
  const text = fc.oneof(
    fc.string(),
    tree.map((value) => safeYaml(value)),
    fc.tuple(tree, tree).map(([stages, model]) => safeYaml({ pipeline: 'p', model, stages })),
  )
  await fc.assert(
    fc.asyncProperty(text, async (yaml) => {
      for (const { code, message, hint } of await problemsOf(yaml, {}, world)) {
        expect([code, message, hint].every((part) => part.length > 0)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

function safeYaml(value: unknown): string {
  return stringify(value)
}
