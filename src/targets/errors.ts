import { type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface TargetErrors {
  'replay-empty': { data: string }
}

export const targetErrors: ErrorTable<TargetErrors> = {
  'replay-empty': {
    say: (d) => ({
      message: `The data set ${d.data} holds no requests to replay.`,
      hint: 'Name a data set with examples under `replay:`.',
    }),
    example: { data: 'eval' },
  },
}

export const targetError = errorFrom(targetErrors)
