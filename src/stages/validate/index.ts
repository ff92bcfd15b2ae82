import { defineStage, type StageKind } from '../../core/stage.ts'
import type { TargetKind } from '../../core/target.ts'
import { replayProblems } from '../target.ts'
import { goldenFile, validateSettings } from './settings.ts'
import { validationVerdict } from './verdict.ts'

/** What checks cost, in milliseconds: those that load the model in a process of its own, and the others. */
const costs = { loading: 1000, reading: 100 }

/** Validation whose load test can serve on these targets. */
export function validateOn(targets: readonly TargetKind[]): StageKind {
  return defineStage({
    name: 'validate',
    summary:
      'Checks that the candidate is a sound ONNX model: its graph, its interface, its safety, that it runs, and what it must answer, state and stay below.',
    effects: 'none',
    needs: ['subject'],
    uses: ['targets'],
    gives: 'validation',
    verdictOf: validationVerdict,
    reported: true,
    settings: validateSettings(targets),
    example: '{ checks: [graph, interface, safety, runs], limits: { size: 20MB } }',
    files: ({ golden }, folder) => golden.map((set) => goldenFile(set, folder)),
    preflight: ({ 'load-test': load }, surroundings) =>
      load === undefined
        ? []
        : replayProblems(load.target, targets, surroundings, [...surroundings.here, 'load-test', 'target']),
    estimateMs: ({ checks, golden, 'load-test': load }) =>
      costs.reading * checks.length +
      costs.loading * (checks.filter((name) => name === 'runs' || name === 'determinism').length + golden.length) +
      (load === undefined ? 0 : costs.loading + load.for),
    // Loaded when it checks: reading a pipeline needs none of it.
    run: async (input) => (await import('./check-all.ts')).checkAll(input),
  })
}
