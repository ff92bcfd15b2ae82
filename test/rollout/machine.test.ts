import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Action, keys, nextStep as next, type Rules, weightOf } from '../../src/rollout/machine.ts'
import type { Look, RolloutState } from '../../src/rollout/state.ts'
import { headOf } from './traffic.ts'

const rules: Rules = { bakeMs: 1000, hold: 2, hooks: { promoted: 1, 'rolled-back': 2 } }

const fresh: RolloutState = {
  id: 'r',
  version: '1.1.0',
  source: undefined,
  from: '1.0.0',
  target: 'local',
  steps: [0.1, 1],
  settings: undefined,
  at: '2026-01-01T00:00:00.000Z',
  head: headOf('r'),
  weights: [],
  looks: [],
  promoted: false,
  hooks: [],
  finished: undefined,
}
const set = (step: number, weight: number) => ({ step, weight, at: '2026-01-01T00:00:00.000Z' })
const look = (step: number, verdict: Look['verdict']): Look => ({
  step,
  verdict,
  requests: { stable: 1, candidate: 1 },
  judgements: [],
  seconds: 1,
  windows: [],
  at: '2026-01-01T00:00:10.000Z',
})
const ran = (on: 'promoted' | 'rolled-back', index: number) => ({
  key: keys.hook('r', on, index),
  name: 'x',
  outcome: 'done' as const,
  detail: '',
})

/** Asked so late that every look is over. */
const nextStep = (state: RolloutState, by: Rules, now = '2026-01-02T00:00:00.000Z'): Action =>
  next(state, by, { now, since: undefined })

describe('nextStep', () => {
  it('sets a weight before it judges, step by step', () => {
    expect(nextStep(fresh, rules)).toEqual({ do: 'set-weight', step: 0, weight: 0.1 })
    expect(nextStep({ ...fresh, weights: [set(0, 0.1)] }, rules)).toMatchObject({ do: 'judge', step: 0, look: 1 })
    expect(nextStep({ ...fresh, weights: [set(0, 0.1)], looks: [look(0, 'pass')] }, rules)).toEqual({
      do: 'set-weight',
      step: 1,
      weight: 1,
    })
  })

  it('looks again while a step is inconclusive, and takes back what stays so', () => {
    const held = { ...fresh, weights: [set(0, 0.1)], looks: [look(0, 'inconclusive'), look(0, 'inconclusive')] }
    expect(nextStep(held, rules)).toMatchObject({ do: 'judge', step: 0, look: 3 })
    const exhausted = { ...held, looks: [...held.looks, look(0, 'inconclusive')] }
    expect(nextStep(exhausted, rules)).toMatchObject({
      do: 'roll-back',
      step: 0,
      why: expect.stringContaining('still inconclusive after 3 looks'),
    })
  })

  it('rolls back at the first fail, runs the hooks, then finishes', () => {
    const failed = { ...fresh, weights: [set(0, 0.1)], looks: [look(0, 'fail')] }
    expect(nextStep(failed, rules)).toMatchObject({ do: 'roll-back', step: 0 })
    const back = { ...failed, weights: [set(0, 0.1), set(0, 0)] }
    expect(nextStep(back, rules)).toMatchObject({ do: 'run-hook', on: 'rolled-back', index: 0 })
    expect(nextStep({ ...back, hooks: [ran('rolled-back', 0)] }, rules)).toMatchObject({ do: 'run-hook', index: 1 })
    const told = { ...back, hooks: [ran('rolled-back', 0), ran('rolled-back', 1)] }
    expect(nextStep(told, rules)).toMatchObject({ do: 'verify', last: true })
    // Ended by the proof alone, which watches one stretch of traffic after the other.
    expect(nextStep(told, rules, '2026-01-01T00:00:00.500Z')).toEqual({ do: 'wait', until: '2026-01-01T00:00:01.000Z' })
    expect(nextStep(told, rules, '2026-01-01T00:00:02.500Z')).toMatchObject({
      do: 'verify',
      spans: [
        { from: '2026-01-01T00:00:01.000Z', to: '2026-01-01T00:00:02.000Z' },
        { from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:00:01.000Z' },
      ],
      last: false,
    })
  })

  it('promotes when every step has passed, runs the hooks, then finishes', () => {
    const passed = { ...fresh, weights: [set(0, 0.1), set(1, 1)], looks: [look(0, 'pass'), look(1, 'pass')] }
    expect(nextStep(passed, rules)).toEqual({ do: 'promote' })
    expect(nextStep({ ...passed, promoted: true }, rules)).toMatchObject({ do: 'run-hook', on: 'promoted', index: 0 })
    expect(nextStep({ ...passed, promoted: true, hooks: [ran('promoted', 0)] }, rules)).toMatchObject({
      do: 'finish',
      outcome: 'promoted',
    })
    expect(nextStep({ ...passed, finished: { outcome: 'promoted', why: '' } }, rules)).toEqual({ do: 'done' })
  })

  it('ends whatever the verdicts are, promotes only on passes alone at the end of each step, and never skips one', () => {
    const verdicts = fc.array(fc.constantFrom<Look['verdict']>('pass', 'pass', 'inconclusive', 'fail'), {
      minLength: 40,
      maxLength: 40,
    })
    fc.assert(
      fc.property(verdicts, fc.integer({ min: 1, max: 5 }), fc.nat(3), (script, steps, hold) => {
        const { state, weights } = simulate(script, steps, {
          bakeMs: 1,
          hold,
          hooks: { promoted: 0, 'rolled-back': 0 },
        })
        const last = Array.from(
          { length: steps },
          (_, step) => state.looks.findLast((one) => one.step === step)?.verdict,
        )
        const promoted = state.finished?.outcome === 'promoted'
        expect(promoted).toBe(last.every((verdict) => verdict === 'pass'))
        expect(promoted || weightOf(state) === 0).toBe(true)
        expect(weights.filter((weight) => weight > 0)).toEqual(
          state.steps.slice(0, weights.filter((weight) => weight > 0).length),
        )
      }),
    )
  })
})

/** Does what the machine says, with scripted verdicts, until it is done. */
function simulate(
  script: readonly Look['verdict'][],
  count: number,
  rules: Rules,
): { state: RolloutState; weights: number[] } {
  let state: RolloutState = { ...fresh, steps: Array.from({ length: count }, (_, step) => (step + 1) / count) }
  const verdicts = [...script]
  for (let turn = 0; turn < 200; turn++) {
    const action = nextStep(state, rules)
    if (action.do === 'done') return { state, weights: state.weights.map(({ weight }) => weight) }
    if (action.do === 'set-weight') state = { ...state, weights: [...state.weights, set(action.step, action.weight)] }
    if (action.do === 'roll-back') state = { ...state, weights: [...state.weights, set(action.step, 0)] }
    if (action.do === 'judge')
      state = { ...state, looks: [...state.looks, look(action.step, verdicts.shift() ?? 'pass')] }
    if (action.do === 'promote') state = { ...state, promoted: true }
    if (action.do === 'verify') state = { ...state, finished: { outcome: 'rolled-back', why: action.why } }
    if (action.do === 'finish') state = { ...state, finished: { outcome: action.outcome, why: action.why } }
  }
  throw new Error('the machine does not end')
}
