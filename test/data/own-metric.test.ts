import { describe, expect, test } from 'vitest'
import { loadMetric, type OwnMetric } from '../../src/data/own-metric.ts'
import { testWorld } from '../world.ts'

async function metric(source: string, trusted = true): Promise<OwnMetric> {
  const world = await testWorld(trusted ? {} : { trust: { level: 'untrusted', why: 'it comes from a fork' } })
  const path = `${world.cwd}/metric.mjs`
  await world.files.writeText(path, source)
  return loadMetric({ path, sha256: await world.files.hash(path) }, world.trust)
}

const example = { outputs: {}, label: 3, index: 7 }
const failed = (reason: string): unknown =>
  expect.objectContaining({ code: 'user-module', message: expect.stringContaining(reason) })

describe('a mean of values', () => {
  test('is given one example at a time', async () => {
    const found = await metric('export default async ({ label, index }) => label * index')
    expect(await found.of(example)).toBe(21)
    expect(found.combine).toBeUndefined()
  })

  test.each([
    ['NaN', 'NaN'],
    ["'high'", 'high'],
    ['undefined', 'undefined'],
  ])('%s is no value', async (value, text) => {
    const found = await metric(`export default () => ${value}`)
    await expect(found.of(example)).rejects.toEqual(failed(`it gave ${text} for example 7`))
  })

  test('its own error is told', async () => {
    const found = await metric(`export default () => { throw new Error('no scores') }`)
    await expect(found.of(example)).rejects.toEqual(failed('no scores'))
  })
})

describe('a metric of the whole data set', () => {
  test('combines what it kept of examples', async () => {
    const found = await metric(`
      export default ({ label }) => ({ hits: 1, of: label })
      export const combine = (kept) => kept.reduce((sum, { hits }) => sum + hits, 0) / kept.reduce((sum, { of }) => sum + of, 0)
    `)
    const kept = [await found.of(example), await found.of({ ...example, label: 1 })]
    expect(kept).toEqual([
      { hits: 1, of: 3 },
      { hits: 1, of: 1 },
    ])
    expect(found.combine?.(kept)).toBe(0.5)
  })

  test.each([
    ['gives no number', '() => NaN', 'it gave NaN for 2 examples'],
    ['gives a promise', 'async () => 1', 'it gave [object Promise]'],
    ['throws', `() => { throw new Error('no boxes') }`, 'no boxes'],
  ])('one that %s is an error', async (_, combine, reason) => {
    const found = await metric(`export default () => 1\nexport const combine = ${combine}`)
    expect(() => found.combine?.([1, 2])).toThrow(failed(reason) as Error)
  })

  test('`combine` is a function', async () => {
    await expect(metric('export default () => 1\nexport const combine = 3')).rejects.toEqual(
      failed('its export `combine` is not a function'),
    )
  })
})

test('is not run where the run is not trusted', async () => {
  await expect(metric('export default () => 1', false)).rejects.toEqual(
    expect.objectContaining({ code: 'untrusted-code' }),
  )
})
