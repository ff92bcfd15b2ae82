import type { RolloutResult, RolloutStep } from '../core/products/index.ts'
import type { RolloutState } from './state.ts'

/** A finished rollout as the product of its stage: a function of the ledger alone. */
export function resultOf(state: RolloutState): RolloutResult {
  const { finished } = state
  return {
    id: state.id,
    outcome: finished?.outcome ?? 'held',
    version: state.version,
    ...(state.from === undefined ? {} : { from: state.from }),
    target: state.target,
    steps: state.steps.flatMap((weight, step) => stepOf(state, weight, step)),
    why: finished?.why ?? 'not finished',
    hooks: state.hooks.map(({ name, outcome, detail }) => ({ name, outcome, detail })),
    ...(finished?.verified === undefined ? {} : { verified: finished.verified }),
  }
}

/** A step that was begun: what its last look saw. */
function stepOf(state: RolloutState, weight: number, step: number): RolloutStep[] {
  const began = state.weights.find((set) => set.step === step && set.weight > 0)
  if (began === undefined) return []
  const look = state.looks.findLast((one) => one.step === step)
  const requests = look?.requests ?? { stable: 0, candidate: 0 }
  const total = requests.stable + requests.candidate
  return [
    {
      weight,
      ...(total === 0 ? {} : { observed: requests.candidate / total }),
      requests,
      verdict: look?.verdict ?? 'inconclusive',
      judgements: look?.judgements ?? [],
      startedAt: began.at,
      seconds: look?.seconds ?? 0,
    },
  ]
}
