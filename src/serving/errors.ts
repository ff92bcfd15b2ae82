import { type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface ServingErrors {
  'port-taken': { port: number; reason: string }
  'replica-failed': { version: string; reason: string }
}

export const servingErrors: ErrorTable<ServingErrors> = {
  'port-taken': {
    say: (d) => ({
      message: `The local target cannot listen on port ${d.port}: ${d.reason}.`,
      hint: 'Leave `port:` out, or at 0, to have any free port; ports below 1024 need privileges.',
    }),
    example: { port: 8080, reason: 'another program listens there' },
  },
  'replica-failed': {
    say: (d) => ({
      message: `Version ${d.version} could not be served: ${d.reason}`,
      hint: 'Try the model by itself with `airworthy bench MODEL.onnx`; no traffic was moved.',
    }),
    example: { version: '1.1.0', reason: 'The cpu provider does not take the model digits.onnx.' },
  },
}

export const servingError = errorFrom(servingErrors)
