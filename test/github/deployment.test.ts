import { expect, test } from 'vitest'
import type { LedgerEntry, LedgerEvent } from '../../src/core/ledger.ts'
import { deploymentsOf, showDeployment } from '../../src/github/deployment.ts'
import { product } from './product.ts'
import { firstSha } from './stand-in/seed.ts'
import { start } from './start.ts'

function entries(
  version: string,
  end: 'promoted' | 'rolled-back' | undefined,
  why = 'all steps passed',
): LedgerEntry[] {
  const rollout = `r-${version}`
  const base = { model: 'digits', rollout }
  const events: LedgerEvent[] = [
    { ...base, kind: 'rollout-started', version, target: 'local', steps: [0.05, 1] },
    { ...base, kind: 'rollout-weight', step: 0, weight: 0.05 },
    {
      ...base,
      kind: 'rollout-judged',
      step: 0,
      verdict: 'pass',
      requests: { stable: 1, candidate: 1 },
      judgements: [],
      seconds: 1,
    },
    { ...base, kind: 'rollout-weight', step: 1, weight: 1 },
    ...(end === undefined ? [] : [{ ...base, kind: 'rollout-finished', outcome: end, why } as const]),
  ]
  return events.map((event, index) => ({
    ...event,
    key: `${version}-${index}`,
    at: '2026-01-01T00:00:00Z',
    by: 'somebody',
  }))
}

const where = { environment: 'production', commit: firstSha, logUrl: 'https://x.test/log' }
const [first, second] = ['1.1.0', '1.2.0']

test('a roll-out is a deployment whose statuses follow the ledger', () => {
  const [deployment] = deploymentsOf(entries(first, 'promoted'), 'digits')
  expect(deployment?.statuses.map(({ state, description }) => `${state}: ${description}`)).toEqual([
    'in_progress: v1.1.0 is being rolled out: 5 % → 100 %',
    'in_progress: v1.1.0 gets 5 % of the traffic, step 1 of 2',
    'in_progress: v1.1.0, step 1 of 2: pass',
    'in_progress: v1.1.0 gets 100 % of the traffic, step 2 of 2',
    'success: v1.1.0 serves: all steps passed',
  ])
  expect(deploymentsOf(entries(first, undefined), 'other')).toEqual([])
})

test('descriptions stay within 140 characters and split none', () => {
  const [deployment] = deploymentsOf(entries(first, 'rolled-back', `\u202e${'𝟘'.repeat(200)}`), 'digits')
  const last = deployment?.statuses.at(-1)?.description ?? ''
  expect(last.length).toBeLessThanOrEqual(140)
  expect(last).toMatch(/^v1\.1\.0 was rolled back: 𝟘+…$/u)
})

test('shown step by step, once each, whatever was lost on the way; the earlier one is set inactive', async () => {
  const github = await start()
  const show = async (all: readonly LedgerEntry[]) => {
    const deployment = deploymentsOf(all, 'digits').at(-1)
    if (deployment !== undefined) await showDeployment(product(github), deployment, where)
  }
  const [before, after] = [entries(first, 'promoted'), entries(second, 'promoted')]
  for (let known = 1; known <= before.length; known++) await show(before.slice(0, known))
  await show(before)
  for (const operation of ['repos/create-deployment', 'repos/create-deployment-status', 'repos/list-deployments'])
    github.failNext(operation, 'cut-after')
  await show([...before, ...after])
  await show([...before, ...after])
  expect(github.state.deployments.map(({ statuses }) => statuses.map(({ state }) => state))).toEqual([
    ['in_progress', 'in_progress', 'in_progress', 'in_progress', 'success', 'inactive'],
    ['in_progress', 'in_progress', 'in_progress', 'in_progress', 'success'],
  ])
  expect(github.state.deployments[1]).toMatchObject({
    sha: firstSha,
    environment: 'production',
    production: true,
    transient: false,
  })
  expect(github.violations).toEqual([])
})

test('what was rolled back is a failure, and what served before stays active', async () => {
  const github = await start()
  for (const all of [entries(first, 'promoted'), entries(second, 'rolled-back', 'too many errors')])
    for (const deployment of deploymentsOf(all, 'digits')) await showDeployment(product(github), deployment, where)
  expect(github.state.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual(['success', 'failure'])
})
