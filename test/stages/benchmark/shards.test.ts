import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runnerLabels, shardName } from '../../../src/stages/benchmark/runners.ts'
import { benchmarkSettings, scenariosOf } from '../../../src/stages/benchmark/settings.ts'
import { partOf, shardsOf } from '../../../src/stages/benchmark/shards.ts'

const settings = benchmarkSettings.parse({
  scenarios: [
    { batch: [1, 32], runner: ['self-hosted', 'gpu-T4'] },
    { batch: 1 },
    { batch: 1, runner: 'ubuntu-24.04-arm' },
    { batch: 8, runner: ['GPU-t4', 'self-hosted'] },
    { batch: 2 },
  ],
})

describe('labels of a runner', () => {
  test('are one or several', () => {
    expect(runnerLabels.parse('ubuntu-24.04')).toEqual(['ubuntu-24.04'])
    expect(runnerLabels.parse(['self-hosted', 'gpu_t4'])).toEqual(['self-hosted', 'gpu_t4'])
  })

  test.each([
    ['nothing', ''],
    ['no label', []],
    ['an expression', '${{ github.token }}'],
    ['a command', 'ubuntu$(id)'],
    ['a line', 'ubuntu\nlatest'],
    ['a space', 'ubuntu latest'],
    ['an option', '--help'],
    ['a path', '../../etc'],
    ['a quotation mark', `a"b`],
    ['the mark between labels', 'a__b'],
    ['an end that would run into the next', ['a_', 'b']],
    ['the name of the shard without a runner', 'Default'],
    ['very long', ['a'.repeat(60), 'b'.repeat(60)]],
    ['no text', [1]],
  ])('are not %s', (_, given) => {
    expect(runnerLabels.safeParse(given).success).toBe(false)
    expect(benchmarkSettings.safeParse({ scenarios: [{ runner: given }] }).success).toBe(false)
  })
})

describe('shards', () => {
  test('are scenarios of the same labels, whatever their order and case, as they stand in the file', () => {
    const shards = shardsOf(settings)
    expect(shards.map(({ name, runner, scenarios }) => [name, runner, scenarios.map(({ id }) => id)])).toEqual([
      [
        'gpu-t4__self-hosted',
        ['self-hosted', 'gpu-T4'],
        ['cpu/b1/t1', 'cpu/b32/t1', 'cpu/b8/t1'].map((id) => `${id}/runner=gpu-t4__self-hosted`),
      ],
      ['default', undefined, ['cpu/b1/t1', 'cpu/b2/t1']],
      ['ubuntu-24.04-arm', ['ubuntu-24.04-arm'], ['cpu/b1/t1/runner=ubuntu-24.04-arm']],
    ])
    expect(shardsOf(JSON.parse(JSON.stringify(settings)) as typeof settings)).toEqual(shards)
  })

  test('without runners there is one, with what an undivided run measures', () => {
    const plain = benchmarkSettings.parse({ scenarios: [{ batch: [1, 2] }] })
    expect(shardsOf(plain)).toEqual([{ name: 'default', scenarios: scenariosOf(plain) }])
  })

  test('one measures its scenarios, and the first of them quality', () => {
    expect(partOf(settings, undefined)).toEqual({ scenarios: scenariosOf(settings), quality: true })
    const ids = (shard: string): readonly string[] => partOf(settings, shard).scenarios.map(({ id }) => id)
    expect(ids('default')).toEqual(['cpu/b1/t1', 'cpu/b2/t1'])
    expect(partOf(settings, 'default').quality).toBe(false)
    expect(partOf(settings, 'gpu-t4__self-hosted').quality).toBe(true)
  })

  test('any scenario is in exactly one, under a name that is safe and no other set of labels has', () => {
    const label = fc.stringMatching(/^[A-Za-z0-9._-]{1,6}$/)
    const labels = fc.oneof(label, fc.array(label, { minLength: 1, maxLength: 3 }))
    const runner = fc.option(
      labels.filter((given) => runnerLabels.safeParse(given).success),
      { nil: undefined },
    )
    const entries = fc.array(fc.record({ runner, batch: fc.integer({ min: 1, max: 3 }) }), { minLength: 1 })
    fc.assert(
      fc.property(entries, (scenarios) => {
        const parsed = benchmarkSettings.parse({ scenarios })
        const shards = shardsOf(parsed)
        const measured = shards.flatMap((shard) => shard.scenarios)
        expect(measured.toSorted(byId)).toEqual(scenariosOf(parsed).toSorted(byId))
        const sets = shards.map(({ runner: of = [] }) =>
          [...new Set(of.map((each) => each.toLowerCase()))].sort().join(' '),
        )
        expect(new Set(sets).size).toBe(shards.length)
        expect(new Set(shards.map(({ name }) => name)).size).toBe(shards.length)
        for (const { name, runner: of } of shards) {
          expect(name).toMatch(/^[a-z0-9][a-z0-9._-]*$/)
          expect(shardName(of)).toBe(name)
        }
      }),
    )
  })
})

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
