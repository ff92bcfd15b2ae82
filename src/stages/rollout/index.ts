import type { MetricSourceKind } from '../../core/metric-source.ts'
import { defineStage, type StageKind } from '../../core/stage.ts'
import type { TargetKind } from '../../core/target.ts'
import { replayProblems } from '../target.ts'
import { reachesOut, rolloutStageSettings, runsUserCode } from './settings.ts'

/**
 * One rollout per run and stage, so that a resumed run goes on with its own. A rollout of the same version on the same kind of target
 * that another run left open is taken up where it stands, once that run does not drive it any more. One of another version is
 * `rollout-under-way`, as two candidates at once would share one traffic.
 */
export function rolloutOn(targets: readonly TargetKind[], sources: readonly MetricSourceKind[]): StageKind {
  return defineStage({
    name: 'rollout',
    summary: 'Gives the release traffic step by step, judges each step, and promotes it or rolls it back.',
    effects: 'remote',
    needs: ['subject', 'release'],
    wants: ['decision'],
    uses: ['ledger', 'targets', 'sources', 'evidence'],
    gives: 'rollout',
    concludes: 'reached',
    verdictOf: ({ outcome }) => (outcome === 'promoted' || outcome === 'already-serving' ? 'pass' : 'rolled-back'),
    reported: true,
    settings: rolloutStageSettings(targets, sources),
    example:
      '{ target: { local: { replay: eval } }, steps: [5%, 25%, 100%], bake: 60s, analysis: [{ metric: error-rate, margin: 1pp }] }',
    runsUserCode,
    reachesOut: (settings) => reachesOut(settings, targets),
    preflight: ({ target }, surroundings) =>
      replayProblems(target, targets, surroundings, [...surroundings.here, 'target']),
    estimateMs: ({ steps, bake }) => steps.length * bake + 2000,
    admit: async (settings, outlook) => (await import('./admit.ts')).admitRollout(settings, outlook),
    // Loaded when it rolls out: checking a pipeline needs none of it.
    run: async (input) => (await import('./roll-out.ts')).rollOut(input),
  })
}
