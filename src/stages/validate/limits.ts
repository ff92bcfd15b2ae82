import type { Finding, ModelSummary } from '../../core/products.ts'

export interface Limits {
  /** Bytes. */
  readonly size?: number | undefined
  readonly parameters?: number | undefined
  readonly opset?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined
}

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
