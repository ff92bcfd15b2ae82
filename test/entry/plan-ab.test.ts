import { expect, test } from 'vitest'
import { airworthy, airworthyIn } from '../command-line.ts'
import { testWorld } from '../world.ts'

const rate = ['--baseline', '5%', '--margin', '0.5pp']

async function planAb(...args: readonly string[]): ReturnType<typeof airworthy> {
  return airworthyIn(await testWorld(), ['plan-ab', ...args])
}

test('users, days, whole weeks, and what the test is likely to say', async () => {
  const { code, out, err } = await airworthy(['plan-ab', ...rate, '--traffic', '5000'])
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('not worse by more than 0.5 pp')
  expect(out).toMatch(/one look +49,465 +49,465 +98,930 +20 +3\n/)
  expect(out).toMatch(/5 looks, at most +50,854 +50,854 +101,708 +21 +3\n/)
  expect(out).toContain('whole weeks')
  expect(out).toMatch(/none +5 % +90 % +<0\.1 % +10 %\n/)
  expect(out).toMatch(/worse by the margin +4\.5 % +1 % +1 % +98 %\n/)
  expect(out).toMatch(/worse by twice the margin +4 % +<0\.1 % +9\d\.?\d* %/)
  expect(out).toMatch(/better by half the margin +5\.25 %/)
})

test('the same as one JSON value', async () => {
  const { code, out } = await planAb(...rate, '--traffic', '5000', '--looks', '3', '--json')
  expect(code).toBe(0)
  const plan = JSON.parse(out) as {
    sequential: { bounds: number[] }
    changes: { chances: { pass: number; fail: number; inconclusive: number } }[]
  }
  expect(plan).toMatchObject({
    response: { kind: 'rate', baseline: 0.05 },
    aim: { claim: 'not-worse', margin: 0.005, better: 'higher', alpha: 0.01, power: 0.9, share: 0.5 },
    looks: 3,
    traffic: 5000,
    fixed: { candidate: 49_465, production: 49_465, users: 98_930, days: 20, wholeWeeks: 3 },
    warnings: [],
  })
  expect(plan.sequential.bounds).toHaveLength(3)
  expect(plan.changes).toHaveLength(4)
  for (const { chances } of plan.changes) expect(chances.pass + chances.fail + chances.inconclusive).toBeCloseTo(1, 12)
})

test('means, a claim to be better, lower is better; without traffic no days', async () => {
  const args = ['--mean', '12', '--deviation', '4', '--margin', '3%', '--claim', 'better', '--lower-is-better']
  const { code, out } = await planAb(...args)
  expect(code).toBe(0)
  expect(out).toContain('Is the candidate better? Planned for better by 0.36')
  expect(out).toMatch(/one look +3,216 +3,216 +6,432\n/)
  expect(out).toMatch(/better by the margin +11\.64 +90 %/)
  expect(out).toContain('--traffic')
})

test('a hoped-for improvement takes fewer users', async () => {
  const { code, out } = await planAb(...rate, '--hoped', '5%')
  expect([code, out]).toEqual([0, expect.stringContaining('Planned for better by 0.25 pp, with a chance of 90 %')])
  expect(out).toMatch(/one look +22,\d{3} +22,\d{3} +4\d,\d{3}\n/)
  expect(out).toMatch(/better as hoped +5\.25 % +90 %/)
})

test('says when a rate cannot be, and when the approximation is rough', async () => {
  const { out } = await planAb('--baseline', '5%', '--margin', '4pp', '--share', '1%')
  expect(out).toMatch(/worse by twice the margin +impossible\n/)
  expect(out).toContain('too few for these figures to be more than rough')
  const { warnings } = JSON.parse(
    (await planAb('--baseline', '5%', '--margin', '4pp', '--share', '1%', '--json')).out,
  ) as { warnings: { code: string }[] }
  expect(warnings.map(({ code }) => code)).toEqual(['few-users'])
})

test('a mean of few users is rough too', async () => {
  const { out } = await planAb('--mean', '12', '--deviation', '1', '--margin', '1')
  expect(out).toMatch(/one look +28 +28 +56\n/)
  expect(out).toContain('An arm may have only 28 users, too few')
})

test('is ASCII where the terminal is', async () => {
  const { out } = await airworthy(['plan-ab', '--mean', '-3', '--deviation', '1', '--margin', '0.1'], {
    env: { LC_ALL: 'C' },
  })
  expect(out).toContain('Production: -3')
  expect(out).toMatch(/^[\x00-\x7f]*$/)
})

test.each([
  ['argument-missing', '--baseline', ['--margin', '1%']],
  ['argument-missing', '--deviation', ['--mean', '12', '--margin', '1%']],
  ['argument-missing', '--mean', ['--deviation', '4', '--margin', '1%']],
  ['argument-wrong', '--baseline 5% with --mean 12', ['--baseline', '5%', '--mean', '12', '--margin', '1%']],
  ['argument-wrong', '--baseline 5% with --deviation 4', ['--baseline', '5%', '--deviation', '4', '--margin', '1%']],
  ['argument-wrong', '--baseline 0.05', ['--baseline', '0.05', '--margin', '1%']],
  ['argument-wrong', '--baseline 100%', ['--baseline', '100%', '--margin', '1%']],
  ['argument-wrong', '--mean twelve', ['--mean', 'twelve', '--deviation', '4', '--margin', '1%']],
  ['argument-wrong', '--deviation 0', ['--mean', '12', '--deviation', '0', '--margin', '1%']],
  ['argument-wrong', '--margin 0pp', ['--baseline', '5%', '--margin', '0pp']],
  ['argument-wrong', '--margin 2ms', ['--baseline', '5%', '--margin', '2ms']],
  ['argument-wrong', '--margin 5pp', ['--baseline', '5%', '--margin', '5pp']],
  ['argument-wrong', '--margin 6pp', ['--baseline', '95%', '--margin', '6pp', '--claim', 'better']],
  ['argument-wrong', '--margin 3%', ['--mean', '0', '--deviation', '4', '--margin', '3%']],
  ['argument-wrong', '--margin 1pp', ['--mean', '12', '--deviation', '4', '--margin', '1pp']],
  ['argument-wrong', '--margin 50ms', ['--mean', '1.2', '--deviation', '0.3', '--margin', '50ms']],
  ['argument-wrong', '--margin 5kB', ['--mean', '1.2', '--deviation', '0.3', '--margin', '5kB']],
  ['argument-wrong', '--margin 1mJ', ['--mean', '1.2', '--deviation', '0.3', '--margin', '1mJ']],
  ['argument-wrong', '--margin 5kB', ['--baseline', '5%', '--margin', '5kB']],
  ['argument-wrong', '--hoped 50ms', ['--mean', '1.2', '--deviation', '0.3', '--margin', '0.05', '--hoped', '50ms']],
  ['argument-wrong', '--margin 0.000000001', ['--baseline', '5%', '--margin', '0.000000001']],
  ['argument-wrong', '--power 100%', [...rate, '--power', '100%']],
  ['argument-wrong', '--power 0.9', [...rate, '--power', '0.9']],
  ['argument-wrong', '--alpha 0%', [...rate, '--alpha', '0%']],
  ['argument-wrong', '--share 100%', [...rate, '--share', '100%']],
  ['argument-wrong', '--traffic 0', [...rate, '--traffic', '0']],
  ['argument-wrong', '--looks 0', [...rate, '--looks', '0']],
  ['argument-wrong', '--looks 2.5', [...rate, '--looks', '2.5']],
  ['argument-wrong', '--hoped 0%', [...rate, '--hoped', '0%']],
  ['argument-wrong', '--hoped 95pp', [...rate, '--hoped', '95pp']],
  ['argument-wrong', '--hoped 1% with --claim better', [...rate, '--hoped', '1%', '--claim', 'better']],
  ['argument-wrong', '--claim equal', [...rate, '--claim', 'equal']],
])('%s: %s', async (code, argument, args) => {
  const wrong = await planAb(...args)
  expect([wrong.code, wrong.out]).toEqual([2, ''])
  expect(wrong.err).toContain(`error[${code}]: ${argument}`)
})

test('a margin is required, and help has an example', async () => {
  const wrong = await airworthy(['plan-ab', '--baseline', '5%'])
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--margin')])
  const help = await airworthy(['plan-ab', '--help'])
  expect([help.code, help.out]).toEqual([0, expect.stringContaining('Example:\n  $ airworthy plan-ab --baseline 5%')])
})
