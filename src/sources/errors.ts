import { type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface SourceErrors {
  'source-missing': Record<never, never>
}

export const sourceErrors: ErrorTable<SourceErrors> = {
  'source-missing': {
    say: () => ({
      message: 'The target of the rollout does not count its own traffic.',
      hint: 'Choose another metric source under `source:` of the rollout stage.',
    }),
    example: {},
  },
}

export const sourceError = errorFrom(sourceErrors)
