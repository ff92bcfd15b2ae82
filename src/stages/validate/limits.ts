import type { Artifact, Finding, ModelSummary } from '../../core/products/index.ts'
import { printMilliseconds } from '../../core/quantity/index.ts'
import type { StageTools } from '../../core/stage.ts'
import { tried, whileLoaded } from './session.ts'
import type { Limits } from './settings.ts'
import { type Examples, trialOf } from './trial.ts'

/** What of a model lies beyond the limits that its pipeline sets. */
export function checkLimits(summary: ModelSummary, limits: Limits): Finding[] {
  const opset = summary.opset['ai.onnx'] ?? 0
  const { size = Number.POSITIVE_INFINITY, parameters = Number.POSITIVE_INFINITY } = limits
  const { min = 0, max = Number.POSITIVE_INFINITY } = limits.opset ?? {}
  return [
    ...(summary.bytes > size
      ? [beyond('size', `It has ${summary.bytes} bytes, more than the ${size} allowed.`, 'Quantise or prune it')]
      : []),
    ...(summary.parameters > parameters
      ? [
          beyond(
            'parameters',
            `It has ${summary.parameters} parameters, more than the ${parameters} allowed.`,
            'Use a smaller architecture',
          ),
        ]
      : []),
    ...(opset < min || opset > max
      ? [beyond('opset', `Its opset ${opset} is not within ${min} to ${max}.`, 'Export it with another opset')]
      : []),
  ]
}

function beyond(what: string, message: string, remedy: string): Finding {
  return {
    severity: 'error',
    code: `limit-${what}`,
    where: 'model',
    message,
    hint: `${remedy}, or raise \`limits: ${what}\`.`,
  }
}

/**
 * That a run of batch 1, on one thread of the CPU, stays below a ceiling in milliseconds: on real inputs where there are any, else on made-up
 * ones. A look and no benchmark: one process, the median of a few dozen runs after warming up.
 */
export function checkLatency(
  artifact: Artifact,
  latency: number,
  examples: Examples,
  tools: StageTools,
): Promise<readonly Finding[]> {
  return whileLoaded(artifact, tools, async (loaded) => {
    const trial = trialOf(examples, loaded.inputs)
    return tried(trial, loaded, async () => {
      const { runMs } = await loaded.warm(trial.one())
      return runMs <= latency ? [] : [tooSlow(runMs, latency)]
    })
  })
}

function tooSlow(runMs: number, latency: number): Finding {
  return beyond(
    'latency',
    `A run takes ${printMilliseconds(runMs)}, more than the ${printMilliseconds(latency)} allowed.`,
    'Optimise it',
  )
}
